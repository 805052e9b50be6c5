/** Each answer is good, defensible or risky, with a part of the points that belongs to it. */

import type { OptionPayload, QuestionPayload } from "../payload";
import { RadioList } from "../shell/choice-list";
import type { Answer, Score } from "../store";
import { correctKeys, knownKeys, type Heading, type QuestionType, type Response, type Verdict } from "./type";

const HEADINGS: Record<"good" | "defensible" | "risky", Heading> = {
  good: { look: "ok", icon: "check", key: "grade.good" },
  defensible: { look: "part", icon: "half", key: "grade.defensible" },
  risky: { look: "no", icon: "cross", key: "grade.risky" },
};

const YOURS = { good: "grade.yours_good", defensible: "grade.yours_defensible", risky: "grade.yours_risky" };

/** earned = part of the option × points */
export function score(question: QuestionPayload, answer: Answer): Score {
  const [key, ...more] = knownKeys(question, answer);
  if (key === undefined) return { kind: "invalid", reason: "empty" };
  const share = more.length === 0 ? (option(question, key)?.share ?? 0) : 0;
  return { kind: "scored", earned: share * question.points, possible: question.points };
}

export function response(question: QuestionPayload, answer: Answer): Response {
  return { kind: "choice", keys: knownKeys(question, answer) };
}

/** One answer can be given, so one is reported as right: the first good one. */
export function correct(question: QuestionPayload): Response {
  return { kind: "choice", keys: correctKeys(question).slice(0, 1) };
}

/** The grade of what was chosen; of every option, and what the panel chose, when it is final. */
export function verdict(question: QuestionPayload, key: string, isChosen: boolean, isFinal: boolean): Verdict | null {
  if (!isChosen && !isFinal) return null;
  const { grade = "risky", panel } = option(question, key) ?? {};
  const heading = HEADINGS[grade];
  const told: Verdict = isChosen
    ? { ...heading, key: YOURS[grade] }
    : { ...heading, look: grade === "good" ? "open" : "plain" };
  return isFinal ? { ...told, panel } : told;
}

export function heading(question: QuestionPayload, answer: Answer): Heading {
  const { grade = "risky" } = option(question, knownKeys(question, answer)[0] ?? "") ?? {};
  return HEADINGS[grade];
}

function option(question: QuestionPayload, key: string): OptionPayload | undefined {
  return question.options.find((candidate) => candidate.key === key);
}

export const judgement: QuestionType = {
  type: "judgement",
  score,
  response,
  correct,
  Control: RadioList,
  explainsAll: true,
  verdict,
  heading,
};
