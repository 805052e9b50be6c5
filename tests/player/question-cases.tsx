/** The good cases of the question types, by name, and what a learner reads of them. */

import assert from "node:assert/strict";
import type { QuestionPayload } from "../../builder/player/src/payload";
import { questionType } from "../../builder/player/src/questions";
import { readCases } from "./cases";
import { readList, surroundings, words } from "./drawn";

interface QuestionCase {
  name: string;
  /** Absent for a question that the builder refuses. */
  payload?: Omit<QuestionPayload, "text" | "lesson">;
  scores?: { answer: string[]; earned?: number; possible?: number; invalid?: string }[];
  /** Answers and their text in the state; the widest text is checked on the builder's side. */
  kept?: { answer: string[]; text: string; read?: string[] }[];
  /** Elements of a record; null is never written. */
  interactions?: { answer: string[] } & Record<"scorm12" | "scorm2004", Record<string, string | null>>;
}

export const cases = readCases<QuestionCase>("questions").flatMap((one) =>
  one.payload
    ? [
        {
          ...one,
          question: { ...one.payload, text: `Vraag ${one.payload.id}`, lesson: null } satisfies QuestionPayload,
        },
      ]
    : [],
);

export function named(name: string): QuestionPayload {
  const found = cases.find((one) => one.name === name);
  assert.ok(found, name);
  return found.question;
}

/** What is read after checking: one line per part, its look in front. */
export function shown(question: QuestionPayload, answer: string[], isFinal: boolean): string[] {
  const { Checked } = questionType(question.type);
  return readList(<Checked {...surroundings(question)} answer={answer} isFinal={isFinal} />);
}

/** What is told in the panel, each with the words that it is about. */
export function told(question: QuestionPayload, answer: string[], isFinal: boolean): string[] {
  return questionType(question.type)
    .explain(question, answer, isFinal, words)
    .map(({ label, html }) => `${label}: ${html}`);
}
