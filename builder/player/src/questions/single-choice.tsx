/** One answer out of several: right or not right, nothing between. */

import type { Answer, Score } from "../store";
import { choice, correctKeys, knownKeys, shuffle, type ChoicePayload } from "./choice";
import { invalid, scored, type QuestionType } from "./type";

export function score(question: ChoicePayload, answer: Answer): Score {
  const [key, ...more] = knownKeys(question, answer);
  if (key === undefined) return invalid("quiz.empty");
  return scored(question, more.length === 0 && correctKeys(question).includes(key) ? 1 : 0);
}

export const singleChoice: QuestionType<ChoicePayload> = { ...choice, type: "single-choice", score, shuffle };
