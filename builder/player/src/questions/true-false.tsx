/** A statement that is true or not; the two options are always called "true" and "false". */

import { choice, correctKeys, knownKeys, type ChoicePayload } from "./choice";
import { score } from "./single-choice";
import type { QuestionType } from "./type";

export const trueFalse: QuestionType<ChoicePayload> = {
  ...choice,
  type: "true-false",
  score,
  response: (question, answer) => ({ kind: "true-false", value: knownKeys(question, answer)[0] === "true" }),
  correct: (question) => [{ kind: "true-false", value: correctKeys(question)[0] === "true" }],
};
