/** A statement that is true or not; the two options are always called "true" and "false". */

import type { QuestionPayload } from "../payload";
import { RadioList } from "../shell/choice-list";
import type { Answer, Score } from "../store";
import { score as scoreOne } from "./single-choice";
import { correctKeys, knownKeys, type QuestionType, type Response } from "./type";

export function score(question: QuestionPayload, answer: Answer): Score {
  return scoreOne(question, answer);
}

export function response(question: QuestionPayload, answer: Answer): Response {
  return { kind: "true-false", value: knownKeys(question, answer)[0] === "true" };
}

export function correct(question: QuestionPayload): Response {
  return { kind: "true-false", value: correctKeys(question)[0] === "true" };
}

export const trueFalse: QuestionType = {
  type: "true-false",
  score,
  response,
  correct,
  Control: RadioList,
};
