/** What every question type brings: how an answer is judged, how it is reported, how it is given. */

import type { ComponentType } from "preact";
import type { QuestionPayload } from "../payload";
import type { IconName } from "../shell/icon";
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

/** The word over the feedback and beside the question in the results. */
export interface Heading {
  look: "ok" | "part" | "no" | "plain";
  icon: IconName;
  /** Key of an interface string. */
  key: string;
}

/** What the learner reads of one option after checking. `open` is for a right one that was not chosen. */
export interface Verdict {
  look: Heading["look"] | "open";
  icon: IconName | null;
  key: string;
  /** Percentage of the experts who chose it. */
  panel?: number | undefined;
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
  /** Several options may be chosen: the learner is asked for all, and squares take the place of dots. */
  readonly isMultiple?: boolean;
  /** Once final, every option is explained: not only the chosen ones and those that were right. */
  readonly explainsAll?: boolean;
  /** Null says nothing of an option. Without this, the shell says right or not right. */
  verdict?(question: QuestionPayload, key: string, isChosen: boolean, isFinal: boolean): Verdict | null;
  /** Without this, the shell goes by the points. */
  heading?(question: QuestionPayload, answer: Answer): Heading;
}

/** The keys of an answer that exist, in the author's order, each once. */
export function knownKeys(question: QuestionPayload, answer: Answer): string[] {
  return question.options.map((option) => option.key).filter((key) => answer.includes(key));
}

/** Right or not right for what was chosen; what would have been right only when nothing is left to try. */
export function plainVerdict(question: QuestionPayload, key: string, isChosen: boolean, isFinal: boolean): Verdict | null {
  const isRight = correctKeys(question).includes(key);
  if (isChosen) {
    return isRight
      ? { look: "ok", icon: "check", key: "mark.yours_right" }
      : { look: "no", icon: "cross", key: "mark.yours_wrong" };
  }
  return isFinal && isRight ? { look: "open", icon: "check", key: "mark.right" } : null;
}

/** Keys of the right options, in the author's order. */
export function correctKeys(question: QuestionPayload): string[] {
  return question.options.filter((option) => option.correct).map((option) => option.key);
}
