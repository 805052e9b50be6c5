/** What every question type brings: how an answer is judged, how it is reported, how it is given. */

import type { ComponentType } from "preact";
import type { QuestionPayload } from "../payload";
import type { Answer, Score } from "../store";

/** An answer in words that belong to no standard; each transport writes them in its own way. */
export type Response = { kind: "choice"; keys: readonly string[] } | { kind: "true-false"; value: boolean };

/** Draws the options and tells what is chosen; the shell draws everything around them. */
export interface ControlProps {
  question: QuestionPayload;
  /** Ready HTML of an option, read from the page as it was built. */
  html: (key: string) => string;
  chosen: Answer;
  onChange(next: Answer): void;
  /** Unique on the page: groups the inputs and makes their ids. */
  name: string;
  describedBy?: string;
  invalid?: boolean;
}

export interface QuestionType {
  /** The author's word in the quiz file. */
  readonly type: string;
  /** Points for an answer; an empty answer is invalid rather than wrong. Pure. */
  score(question: QuestionPayload, answer: Answer): Score;
  /** What was answered, for reports. Pure. */
  response(question: QuestionPayload, answer: Answer): Response;
  /** What would have been right, for reports. Pure. */
  correct(question: QuestionPayload): Response;
  readonly Control: ComponentType<ControlProps>;
}

/** The keys of an answer that exist, in the author's order, each once. */
export function knownKeys(question: QuestionPayload, answer: Answer): string[] {
  return question.options.map((option) => option.key).filter((key) => answer.includes(key));
}

/** Keys of the right options, in the author's order. */
export function correctKeys(question: QuestionPayload): string[] {
  return question.options.filter((option) => option.correct).map((option) => option.key);
}
