/** Several answers may be right: each right one counts, each wrong one takes a right one away. */

import type { QuestionPayload } from "../payload";
import { CheckboxList } from "../shell/choice-list";
import type { Answer, Score } from "../store";
import { correctKeys, knownKeys, plainVerdict, type QuestionType, type Response, type Verdict } from "./type";

/** earned = max(0, right − wrong) ÷ number of right options × points */
export function score(question: QuestionPayload, answer: Answer): Score {
  const chosen = knownKeys(question, answer);
  if (chosen.length === 0) return { kind: "invalid", reason: "empty" };
  const rights = correctKeys(question);
  const right = chosen.filter((key) => rights.includes(key)).length;
  const share = Math.max(0, 2 * right - chosen.length) / Math.max(1, rights.length);
  return { kind: "scored", earned: share * question.points, possible: question.points };
}

export function response(question: QuestionPayload, answer: Answer): Response {
  return { kind: "choice", keys: knownKeys(question, answer) };
}

export function correct(question: QuestionPayload): Response {
  return { kind: "choice", keys: correctKeys(question) };
}

/** Each option left out is a choice as well. */
function verdict(question: QuestionPayload, key: string, isChosen: boolean, isFinal: boolean): Verdict | null {
  if (isChosen || !isFinal) return plainVerdict(question, key, isChosen, isFinal);
  return correctKeys(question).includes(key)
    ? { look: "open", icon: "check", key: "mark.missed" }
    : { look: "plain", icon: null, key: "mark.left" };
}

export const multipleChoice: QuestionType = {
  type: "multiple-choice",
  score,
  response,
  correct,
  Control: CheckboxList,
  isMultiple: true,
  verdict,
};
