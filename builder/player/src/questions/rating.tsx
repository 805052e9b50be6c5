/** How much a statement fits the learner, on a scale: never right or wrong, perhaps beside an earlier answer. */

import { digits, number } from "../digits";
import type { QuestionId, QuestionPayload } from "../payload";
import type { Words } from "../shell/words";
import type { Answer } from "../store";
import { invalid, scored, type CheckedProps, type ControlProps, type QuestionType } from "./type";

export interface RatingPayload extends QuestionPayload {
  steps: number;
  /** Words at both ends. */
  low: string;
  high: string;
  /** A rating of as many steps that was asked before. */
  before: QuestionId | null;
}

/** The step of an answer, 0 for none. */
function stepOf({ steps }: RatingPayload, [text = ""]: Answer = []): number {
  const step = Number(text);
  return Number.isInteger(step) && step <= steps ? Math.max(0, step) : 0;
}

const stepsOf = ({ steps }: RatingPayload) => Array.from({ length: steps }, (_, at) => at + 1);

/** The words of a step: there are some at both ends. */
const label = ({ steps, low, high }: RatingPayload, step: number) => (step === 1 ? low : step === steps ? high : "");

function summary(question: RatingPayload, answer: Answer | undefined, words: Words): string {
  const n = stepOf(question, answer);
  const end = label(question, n);
  if (n === 0) return words("rating.none");
  return words(end ? "rating.end" : "quiz.position", { n, total: question.steps, label: end });
}

/** Native radios, each with its number, in one row or two. */
function Control({ question, answer, onChange, name, describedBy, invalid: isBad }: ControlProps<RatingPayload>) {
  const chosen = stepOf(question, answer);
  const { steps, low, high } = question;
  return (
    <div class={steps > 6 ? "scale scale--long" : "scale"} style={{ "--steps": steps, "--half": Math.ceil(steps / 2) }}>
      <p class="scale__ends" aria-hidden="true">
        <span>{`1: ${low}`}</span>
        <span>{`${steps}: ${high}`}</span>
      </p>
      {stepsOf(question).map((step) => (
        <div class="opt" key={step}>
          <input
            type="radio"
            name={name}
            id={`${name}-${step}`}
            value={step}
            checked={step === chosen}
            aria-describedby={isBad ? describedBy : undefined}
            aria-invalid={isBad || undefined}
            onChange={() => onChange([String(step)])}
          />
          <label for={`${name}-${step}`}>
            {step} <span class="vh">{label(question, step)}</span>
          </label>
        </div>
      ))}
    </div>
  );
}

/** The scale as a line with a mark on it; the words say the same. */
function Drawing({ question, answer }: { question: RatingPayload; answer: Answer | undefined }) {
  const chosen = stepOf(question, answer);
  return (
    <svg
      class="scale__line"
      viewBox={`0 0 ${question.steps * 24} 24`}
      preserveAspectRatio="xMinYMid"
      aria-hidden="true"
    >
      <path d={`M12 12H${question.steps * 24 - 12}`} />
      {stepsOf(question).map((step) => (
        <circle key={step} cx={step * 24 - 12} cy="12" r={step === chosen ? 9 : 3} />
      ))}
    </svg>
  );
}

function Checked({ question, answer, answerTo, words }: CheckedProps<RatingPayload>) {
  const { before } = question;
  const rows: [string, Answer | undefined][] = [["rating.now", answer]];
  if (before) rows.unshift(["rating.before", answerTo(before)]);
  return (
    <ul class="opts opts--checked opts--pair">
      {rows.map(([key, given]) => (
        <li class="ans ans--plain" key={key}>
          <div>
            <span>{before ? words(key, { answer: summary(question, given, words) }) : summary(question, given, words)}</span>
            <Drawing question={question} answer={given} />
          </div>
        </li>
      ))}
    </ul>
  );
}

export const rating: QuestionType<RatingPayload> = {
  type: "rating",
  score: (question, answer) => (stepOf(question, answer) ? scored(question, 0) : invalid("quiz.empty")),
  encode: (question, answer) => (stepOf(question, answer) ? digits(stepOf(question, answer)) : ""),
  decode(question, text) {
    const step = stepOf(question, [String(number(text))]);
    return step && text.length === 1 ? [String(step)] : [];
  },
  response: (question, answer) => ({ kind: "likert", step: stepOf(question, answer) }),
  correct: () => [],
  instruction: (_, words) => words("rating.how"),
  button: "quiz.save",
  Control,
  Checked,
  explain: () => [],
  heading: () => ({ look: "plain", icon: "check", key: "quiz.saved" }),
  summary,
};
