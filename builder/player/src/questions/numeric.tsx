/** A number to type: all numbers from low to high are right. Comma and point are both fine. */

import type { Words } from "../shell/words";
import type { Answer, Score } from "../store";
import { decodeText, encodeText } from "../text-code";
import type { Verdict } from "./forms";
import { explainTyped, textOf, TypedField, TypedVerdict, type TypedPayload } from "./typed";
import { invalid, scored, type ControlProps, type QuestionType } from "./type";

export interface NumericPayload extends TypedPayload {
  answer: number;
  /** First and last number that are right. */
  low: number;
  high: number;
  /** Words behind the field, "" when there are none. */
  unit: string;
  /** Ready HTML per outcome. */
  feedback: { right: string; wrong: string; low?: string; high?: string };
}

/** Numbers in reports have five digits before the point at most (SCORM 2004 4th Ed. RTE 4.1.1.7). */
const REPORTED_BELOW = 100_000;
/** What stands before a kept text that is no number. */
const AS_TEXT = "!";

/** The number as typed: without spaces and without the unit. */
function bare({ unit }: NumericPayload, text: string): string {
  const plain = text.replace(/\s|\u2212/g, (sign) => (sign === "\u2212" ? "-" : "")).toLowerCase();
  const ending = unit.replace(/\s/g, "").toLowerCase();
  const own = ending && plain.endsWith(ending) ? plain.slice(0, -ending.length) : plain;
  return own.replace(/%$/, "");
}

/** What a text can mean: `1.000` is one, and a thousand. */
function readings(question: NumericPayload, text: string): number[] {
  const own = bare(question, text);
  const found: number[] = [];
  if (/^-?(\d+[.,]?\d*|[.,]\d+)$/.test(own)) found.push(Number(own.replace(",", ".")));
  const [whole, ...more] = own.split(/,(?=\d*$)/);
  if (/^-?\d{1,3}(\.\d{3})+$/.test(whole ?? "")) found.push(Number([whole?.replace(/\./g, ""), ...more].join(".")));
  const [entire, ...part] = own.split(/\.(?=\d*$)/);
  if (/^-?\d{1,3}(,\d{3})+$/.test(entire ?? "")) found.push(Number([entire?.replace(/,/g, ""), ...part].join(".")));
  return found;
}

/** The reading that comes closest, so that a point where a comma was meant costs nothing. */
function valueOf(question: NumericPayload, answer: Answer): number | undefined {
  const far = (value: number) => Math.abs(value - question.answer);
  return readings(question, textOf(question, answer)).sort((left, right) => far(left) - far(right))[0];
}

function isRight({ low, high }: NumericPayload, value: number): boolean {
  return value >= low && value <= high;
}

/** Whether the right numbers fit in a report; the learner's have to fit as well then. */
function isReported({ low, high }: NumericPayload): boolean {
  return Math.max(Math.abs(low), Math.abs(high)) < REPORTED_BELOW;
}

export function score(question: NumericPayload, answer: Answer): Score {
  if (textOf(question, answer).trim() === "") return invalid("quiz.empty_text");
  const value = valueOf(question, answer);
  if (value === undefined) return invalid("quiz.no_number");
  if (isReported(question) && Math.abs(value) >= REPORTED_BELOW) return invalid("quiz.number_large");
  return scored(question, isRight(question, value) ? 1 : 0);
}

/** In the language of the course; five digits or more in groups of three. */
function format(value: number, words: Words): string {
  const [whole = "", part] = String(value).split(".");
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, words("number.group")) : whole;
  return part ? grouped + words("number.point") + part : grouped;
}

function withUnit({ unit }: NumericPayload, text: string): string {
  return unit ? `${text} ${unit}` : text;
}

function judge(question: NumericPayload, answer: Answer, words: Words): Verdict {
  const { low, high, feedback } = question;
  const value = valueOf(question, answer) ?? NaN;
  const isGood = isRight(question, value);
  return {
    shown: withUnit(question, bare(question, textOf(question, answer))),
    outcome: value === question.answer ? "right" : isGood ? "accepted" : "wrong",
    told: isGood ? feedback.right : ((value < question.answer ? feedback.low : feedback.high) ?? feedback.wrong),
    model: {
      text: withUnit(question, format(question.answer, words)),
      mark: low < high ? ["mark.range", { low: format(low, words), high: format(high, words) }] : ["mark.right"],
      told: feedback.right,
    },
  };
}

export const numeric: QuestionType<NumericPayload> = {
  type: "numeric",
  score,
  /** What can be judged is kept as typed, a character each; what cannot is a text behind a mark. */
  encode(question, answer) {
    const text = textOf(question, answer);
    const own = bare(question, text);
    if (text === "") return "";
    return readings(question, text).length > 0 ? own.replace(/,/g, "_") : AS_TEXT + encodeText(text);
  },
  decode(_, text) {
    if (text === "" || text === AS_TEXT) return [];
    return [text.startsWith(AS_TEXT) ? decodeText(text.slice(1)) : text.replace(/_/g, ",")];
  },
  response(question, answer) {
    const value = valueOf(question, answer) ?? 0;
    return isReported(question)
      ? { kind: "numeric", value }
      : { kind: "fill-in", texts: [bare(question, textOf(question, answer))] };
  },
  correct: (question) => [
    isReported(question)
      ? { kind: "numeric", low: question.low, high: question.high }
      : { kind: "fill-in", texts: [String(question.answer)], matchesCase: false },
  ],
  instruction: (_, words) => words("quiz.number"),
  Control: (props: ControlProps<NumericPayload>) => (
    <TypedField {...props} unit={props.question.unit} inputMode={props.question.low < 0 ? "text" : "decimal"} />
  ),
  Checked: ({ question, answer, isFinal, words }) => (
    <ul class="opts opts--checked">
      <TypedVerdict {...judge(question, answer, words)} isFinal={isFinal} words={words} />
    </ul>
  ),
  explain: (question, answer, isFinal, words) => explainTyped(judge(question, answer, words), isFinal),
  summary: (question, answer) => withUnit(question, bare(question, textOf(question, answer))),
};
