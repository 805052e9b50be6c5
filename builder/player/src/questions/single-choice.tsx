/** One answer out of several: right or not right, nothing between. */

import type { QuestionPayload } from "../payload";
import { RadioList } from "../shell/choice-list";
import type { Answer, Score } from "../store";
import { correctKeys, knownKeys, type QuestionType, type Response } from "./type";

export function score(question: QuestionPayload, answer: Answer): Score {
  const [key, ...more] = knownKeys(question, answer);
  if (key === undefined) return { kind: "invalid", reason: "empty" };
  const isRight = more.length === 0 && correctKeys(question).includes(key);
  return { kind: "scored", earned: isRight ? question.points : 0, possible: question.points };
}

export function response(question: QuestionPayload, answer: Answer): Response {
  return { kind: "choice", keys: knownKeys(question, answer) };
}

export function correct(question: QuestionPayload): Response {
  return { kind: "choice", keys: correctKeys(question) };
}

export const singleChoice: QuestionType = {
  type: "single-choice",
  score,
  response,
  correct,
  Control: RadioList,
};
