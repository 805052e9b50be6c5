/** Each answer is good, defensible or risky, with a part of the points that belongs to it. */

import type { Answer, Score } from "../store";
import {
  choice,
  correctKeys,
  explanation,
  knownKeys,
  shuffle,
  VerdictList,
  type ChoicePayload,
  type OptionPayload,
  type Verdict,
} from "./choice";
import { invalid, scored, type Heading, type QuestionType } from "./type";

const HEADINGS: Record<"good" | "defensible" | "risky", Heading> = {
  good: { look: "ok", icon: "check", key: "grade.good" },
  defensible: { look: "part", icon: "half", key: "grade.defensible" },
  risky: { look: "no", icon: "cross", key: "grade.risky" },
};

const YOURS = { good: "grade.yours_good", defensible: "grade.yours_defensible", risky: "grade.yours_risky" };

/** earned = part of the option × points */
export function score(question: ChoicePayload, answer: Answer): Score {
  const [key, ...more] = knownKeys(question, answer);
  if (key === undefined) return invalid("quiz.empty");
  return scored(question, more.length === 0 ? (option(question, key)?.share ?? 0) : 0);
}

/** The grade of what was chosen; of every option, and what the panel chose, when it is final. */
export function verdict(question: ChoicePayload, key: string, isChosen: boolean, isFinal: boolean): Verdict | null {
  if (!isChosen && !isFinal) return null;
  const { grade = "risky", panel } = option(question, key) ?? {};
  const heading = HEADINGS[grade];
  const told: Verdict = isChosen
    ? { ...heading, key: YOURS[grade] }
    : { ...heading, look: grade === "good" ? "open" : "plain" };
  return isFinal ? { ...told, panel } : told;
}

export function heading(question: ChoicePayload, answer: Answer): Heading {
  const { grade = "risky" } = option(question, knownKeys(question, answer)[0] ?? "") ?? {};
  return HEADINGS[grade];
}

function option(question: ChoicePayload, key: string): OptionPayload | undefined {
  return question.options.find((candidate) => candidate.key === key);
}

export const judgement: QuestionType<ChoicePayload> = {
  ...choice,
  type: "judgement",
  score,
  /** One answer can be given, so one is reported as right: the first good one. */
  correct: (question) => [{ kind: "choice", keys: correctKeys(question).slice(0, 1) }],
  Checked: (props) => <VerdictList {...props} judge={verdict} />,
  /** Once final, every option: all of them can teach. */
  explain: (question, answer, isFinal) =>
    isFinal ? question.options.map(explanation) : choice.explain(question, answer, isFinal),
  heading,
  shuffle,
};
