/** Words to fill in where a text leaves them open, typed or chosen; each gap that is right is a part of the points. */

import { render, type VNode } from "preact";
import { digits } from "../digits";
import type { QuestionPayload } from "../payload";
import type { Words } from "../shell/words";
import type { Answer, Score } from "../store";
import { cut, decodeText, encodeText } from "../text-code";
import { normalise } from "../text-match";
import type { OptionPayload } from "./choice";
import { judgeForm, type FormsPayload, type Verdict } from "./forms";
import { explainTyped, TEXT_INPUT, TypedVerdict } from "./typed";
import { invalid, scored, type CheckedProps, type ControlProps, type Pattern, type QuestionType } from "./type";

interface Named {
  /** Letter of the author. */
  key: string;
  slot: number;
}

export interface GapsPayload extends QuestionPayload {
  /** In the order of the text; a gap is typed, or chosen from options. */
  gaps: (Named & (FormsPayload | { options: OptionPayload[] }))[];
}

type Gap = GapsPayload["gaps"][number];

/** What stands between two gaps in the state; never part of a text. */
const BETWEEN = "~~";

/** A text or the key of an option for each gap; nothing when all are empty. */
function tidy(given: readonly string[]): Answer {
  return given.some((text) => text.trim()) ? given : [];
}

function isEmpty(gap: Gap, given = ""): boolean {
  return "options" in gap ? !gap.options.some(({ key }) => key === given) : normalise(given) === "";
}

function judge(gap: Gap, given = ""): Verdict {
  if (!("options" in gap)) return judgeForm(gap, given);
  const own = gap.options.find(({ key }) => key === given);
  const right = gap.options.find(({ correct }) => correct);
  return {
    shown: own?.text ?? "",
    outcome: own?.correct ? "right" : "wrong",
    told: own?.feedback ?? "",
    model: { text: right?.text ?? "", mark: ["mark.right"], told: right?.feedback ?? "" },
  };
}

const judgeAll = ({ gaps }: GapsPayload, answer: Answer) => gaps.map((gap, at) => judge(gap, answer[at]));

/** earned = gaps that are right ÷ gaps × points */
export function score(question: GapsPayload, answer: Answer): Score {
  const { gaps } = question;
  if (gaps.some((gap, at) => isEmpty(gap, answer[at]))) return invalid("quiz.empty_gaps");
  return scored(question, judgeAll(question, answer).filter(({ outcome }) => outcome !== "wrong").length / gaps.length);
}

/** All first forms, then all second ones: where a gap has no more, its first. */
function correct({ gaps }: GapsPayload): readonly Pattern[] {
  const forms = gaps.map((gap) =>
    "options" in gap ? gap.options.flatMap(({ correct, text }) => (correct ? [text] : [])) : gap.answers,
  );
  const matchesCase = gaps.some((gap) => "strict" in gap && gap.strict.includes("case"));
  return Array.from({ length: Math.max(...forms.map(({ length }) => length)) }, (_, at) => ({
    kind: "fill-in",
    texts: forms.map((texts) => texts[at] ?? texts[0] ?? ""),
    matchesCase,
  }));
}

/** The text as it was built, with `make` in the place of each gap. */
function Filled({ question, html, make }: { question: GapsPayload; html: string; make(at: number): VNode }) {
  const fill = (text: HTMLElement | null) =>
    question.gaps.forEach(({ key }, at) => {
      const place = text?.querySelector(`[data-gap="${key}"]`);
      if (!place) return;
      if (!place.firstElementChild) place.textContent = "";
      render(make(at), place);
    });
  return <div class="gaps" ref={fill} dangerouslySetInnerHTML={{ __html: html }} />;
}

function Control({ question, html, words, answer, earlier, onChange, name, describedBy, invalid: isBad }: ControlProps<GapsPayload>) {
  const field = (at: number) => {
    const gap = question.gaps[at] as Gap;
    const change = ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      onChange(tidy(question.gaps.map((_, other) => (other === at ? value : (answer[other] ?? "")))));
    const isMissing = (isBad && isEmpty(gap, answer[at])) || undefined;
    const shared = {
      id: `${name}-${gap.key}`,
      value: answer[at] ?? "",
      "aria-describedby": isMissing && describedBy,
      "aria-invalid": isMissing,
    };
    return (
      <span class="gap__in">
        <label for={shared.id}>{words("quiz.gap", { n: at + 1 })}</label>
        {"options" in gap ? (
          <select {...shared} onChange={change}>
            <option value="">{words("quiz.select_empty")}</option>
            {gap.options.map(({ key, text }) => (
              <option key={key} value={key}>
                {text}
              </option>
            ))}
          </select>
        ) : (
          <input {...TEXT_INPUT} {...shared} size={14} maxLength={gap.maxLength} onInput={change} />
        )}
      </span>
    );
  };
  return (
    <>
      {earlier && <p class="typed__earlier">{words("quiz.earlier", { answer: summary(question, earlier) })}</p>}
      <Filled question={question} html={html("text")} make={field} />
    </>
  );
}

function Checked({ question, html, answer, isFinal, words }: CheckedProps<GapsPayload>) {
  const verdicts = judgeAll(question, answer);
  return (
    <>
      <Filled question={question} html={html("text")} make={(at) => <b>{verdicts[at]?.shown}</b>} />
      <ul class="opts opts--checked">
        {verdicts.map((verdict, at) => (
          <TypedVerdict key={at} {...verdict} label={nameOf(at, words)} isFinal={isFinal} words={words} />
        ))}
      </ul>
    </>
  );
}

const nameOf = (at: number, words: Words) => `${words("quiz.gap", { n: at + 1 })}: `;

const summary = (question: GapsPayload, answer: Answer) =>
  judgeAll(question, answer)
    .map(({ shown }) => shown || "…")
    .join("; ");

export const gaps: QuestionType<GapsPayload> = {
  type: "gaps",
  score,
  encode: (question, answer) =>
    question.gaps
      .flatMap((gap, at) => {
        const given = answer[at] ?? "";
        if (!("options" in gap)) return given ? `${digits(gap.slot)}-${encodeText(cut(given, gap.maxLength))}` : [];
        return gap.options.flatMap(({ key, slot }) => (key === given ? digits(slot) : []));
      })
      .join(BETWEEN),
  decode(question, text) {
    const parts = text.split(BETWEEN);
    return tidy(
      question.gaps.map((gap) => {
        if ("options" in gap) return gap.options.find(({ slot }) => parts.includes(digits(slot)))?.key ?? "";
        const mark = `${digits(gap.slot)}-`;
        return decodeText(parts.find((part) => part.startsWith(mark))?.slice(mark.length) ?? "");
      }),
    );
  },
  response: (question, answer) => ({ kind: "fill-in", texts: judgeAll(question, answer).map(({ shown }) => shown) }),
  correct,
  instruction: ({ gaps }, words) =>
    words(gaps.some((gap) => "strict" in gap && gap.strict.length > 0) ? "quiz.gaps_exact" : "quiz.gaps"),
  /** What was right stays. */
  start: ({ gaps }, earlier = []) =>
    tidy(gaps.map((gap, at) => (judge(gap, earlier[at]).outcome === "wrong" ? "" : (earlier[at] ?? "")))),
  shuffle: (question, order) => ({
    ...question,
    gaps: question.gaps.map((gap) => ("options" in gap ? { ...gap, options: order(gap.options) } : gap)),
  }),
  Control,
  Checked,
  explain: (question, answer, isFinal, words) =>
    judgeAll(question, answer).flatMap((verdict, at) => explainTyped(verdict, isFinal, nameOf(at, words))),
  summary,
};
