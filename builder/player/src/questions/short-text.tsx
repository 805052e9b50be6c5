/** One or a few words to type: every accepted form is right, also with as many typing mistakes as allowed. */

import type { QuestionPayload } from "../payload";
import type { Answer, Score } from "../store";
import { normalise } from "../text-match";
import { judgeForm, type FormsPayload } from "./forms";
import { explainTyped, textOf, typed, TypedField, TypedVerdict } from "./typed";
import { invalid, scored, type QuestionType } from "./type";

export interface ShortTextPayload extends QuestionPayload, FormsPayload {}

const judge = (question: ShortTextPayload, answer: Answer) => judgeForm(question, textOf(question, answer));

export function score(question: ShortTextPayload, answer: Answer): Score {
  if (normalise(textOf(question, answer)) === "") return invalid("quiz.empty_text");
  return scored(question, judge(question, answer).outcome === "wrong" ? 0 : 1);
}

export const shortText: QuestionType<ShortTextPayload> = {
  ...typed,
  type: "short-text",
  score,
  response: (question, answer) => ({ kind: "fill-in", texts: [textOf(question, answer)] }),
  correct: ({ answers, strict }) =>
    answers.map((text) => ({ kind: "fill-in", texts: [text], matchesCase: strict.includes("case") })),
  instruction: ({ strict }, words) => words(strict.length > 0 ? "quiz.fill_exact" : "quiz.fill"),
  Control: TypedField,
  Checked: ({ question, answer, isFinal, words }) => (
    <ul class="opts opts--checked">
      <TypedVerdict {...judge(question, answer)} isFinal={isFinal} words={words} />
    </ul>
  ),
  explain: (question, answer, isFinal) => explainTyped(judge(question, answer), isFinal),
};
