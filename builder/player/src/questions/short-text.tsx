/** One or a few words to type: every accepted form is right, also with as many typing mistakes as allowed. */

import type { Answer, Score } from "../store";
import { mistakes as countMistakes, normalise, type Strictness } from "../text-match";
import { explainTyped, textOf, typed, TypedField, TypedVerdict, type TypedPayload } from "./typed";
import { invalid, scored, type CheckedProps, type QuestionType } from "./type";

export interface ShortTextPayload extends TypedPayload {
  /** Accepted forms; the first is the model answer. */
  answers: string[];
  /** Typing mistakes that are forgiven. */
  spelling: number;
  strict: Strictness[];
  mistakes: { answer: string; feedback: string }[];
}

/** What an answer comes down to. */
interface Found {
  /** The accepted form that was meant, undefined for a wrong answer. */
  form: string | undefined;
  isMisspelt: boolean;
  /** Of a wrong answer: ready HTML of its explanation. */
  told: string;
}

/** Exactly an accepted form, exactly an expected mistake, then the same with typing mistakes. */
function find(question: ShortTextPayload, answer: Answer): Found {
  const { answers, mistakes, strict, spelling, feedback } = question;
  const own = normalise(textOf(question, answer), strict);
  for (const limit of spelling > 0 ? [0, spelling] : [0]) {
    const isClose = (text: string) => isMeant(own, normalise(text, strict), limit);
    const form = answers.find(isClose);
    if (form !== undefined) return { form, isMisspelt: limit > 0, told: feedback.right };
    const mistake = mistakes.find((one) => isClose(one.answer));
    if (mistake) return { form: undefined, isMisspelt: false, told: mistake.feedback };
  }
  return { form: undefined, isMisspelt: false, told: feedback.wrong };
}

/** Another digit is another number, never a typing mistake. */
function isMeant(own: string, meant: string, limit: number): boolean {
  if (limit === 0) return own === meant;
  const figures = (text: string) => text.replace(/\D/g, "");
  return figures(own) === figures(meant) && countMistakes(own, meant, limit) <= limit;
}

export function score(question: ShortTextPayload, answer: Answer): Score {
  if (normalise(textOf(question, answer)) === "") return invalid("quiz.empty_text");
  return scored(question, find(question, answer).form === undefined ? 0 : 1);
}

function Checked(props: CheckedProps<ShortTextPayload>) {
  const { question, answer, isFinal, words } = props;
  const { form, isMisspelt } = find(question, answer);
  const [model = ""] = question.answers;
  const isModel = form === model && !isMisspelt;
  const mark = words(isMisspelt ? "mark.spelling" : "mark.right");
  return (
    <TypedVerdict
      {...props}
      outcome={form === undefined ? "wrong" : isModel ? "right" : "accepted"}
      shown={textOf(question, answer)}
      model={isFinal && !isModel ? { text: (isMisspelt && form) || model, mark } : null}
    />
  );
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
  Checked,
  explain(question, answer, isFinal) {
    const { form, told } = find(question, answer);
    const model = isFinal && form === undefined ? (question.answers[0] ?? "") : null;
    return explainTyped(question, textOf(question, answer), told, model);
  },
};
