/**
 * What a question type brings: how an answer is given, judged, kept, shown and reported. The shell and the
 * transports know nothing of any type.
 */

import type { VNode } from "preact";
import type { Notes } from "../blocks/reflection";
import type { QuestionId, QuestionPayload } from "../payload";
import type { IconName } from "../shell/icon";
import type { Words } from "../shell/words";
import type { Answer, Score } from "../store";

/** A step of a path or a pair of a match: source and target, by the author's keys. */
export type Pair = readonly [string, string];

/** An answer in words that belong to no standard; each transport writes them in its own way. */
export type Response =
  | { kind: "choice"; keys: readonly string[] }
  | { kind: "true-false"; value: boolean }
  /** A text for each gap, in order. */
  | { kind: "fill-in"; texts: readonly string[] }
  | { kind: "long-fill-in"; text: string }
  | { kind: "numeric"; value: number }
  | { kind: "matching"; pairs: readonly Pair[] }
  | { kind: "sequencing"; keys: readonly string[] }
  | { kind: "performance"; steps: readonly Pair[] }
  /** A step on a scale, from 1. */
  | { kind: "likert"; step: number };

/** A right answer: a response, or all numbers from low to high. */
export type Pattern =
  | Exclude<Response, { kind: "numeric" | "fill-in" }>
  | { kind: "numeric"; low: number; high: number }
  | { kind: "fill-in"; texts: readonly string[]; matchesCase: boolean };

interface Surroundings<Q> {
  question: Q;
  words: Words;
  /** Ready HTML of an item, read from the page as it was built; "" for an unknown key. */
  html(key: string): string;
  answer: Answer;
  /** What the learner answered to another question, undefined while nothing. */
  answerTo(id: QuestionId): Answer | undefined;
  /** Private notes of this device. */
  notes: Notes;
}

/** Draws the way to answer and tells what is answered; the shell draws everything around it. */
export interface ControlProps<Q> extends Surroundings<Q> {
  /** The try before this one. */
  earlier: Answer | undefined;
  /** What is chosen or typed so far: kept as a draft. */
  onChange(next: Answer): void;
  /** Has an answer judged, for a type without the shell's button. */
  onCheck(answer: Answer): void;
  /** Unique on the page: groups the inputs and makes their ids. */
  name: string;
  /** Ids of the instruction and of what is missing, for the controls. */
  describedBy: string;
  invalid: boolean;
}

/** Shows an answer that was judged, each part with its verdict in words. */
export interface CheckedProps<Q> extends Surroundings<Q> {
  /** The right answer may be seen. */
  isFinal: boolean;
}

/** The word over the feedback and beside the question in the results. */
export interface Heading {
  look: "ok" | "part" | "no" | "plain";
  icon: IconName;
  /** Key of an interface string. */
  key: string;
}

/** Why an answer is right or not; `label` says of what, when there are several. */
export interface Explanation {
  label: string;
  /** Ready HTML of the build. */
  html: string;
  /** It is about what the learner answered, and something else is right. */
  isAboutYours?: boolean;
}

export interface QuestionType<Q extends QuestionPayload = QuestionPayload> {
  /** The author's word in the quiz file. */
  readonly type: string;
  /** Points for an answer; one that is empty or half is invalid rather than wrong. Pure. */
  score(question: Q, answer: Answer): Score;
  /** The answer in the state: `0-9A-Za-z_.!~-` only, also of one that is not checked yet. "" is nothing. */
  encode(question: Q, answer: Answer): string;
  /** The answer again; [] when nothing of it is in the question any more. Takes any text. */
  decode(question: Q, text: string): Answer;
  /** What was answered, for reports; null reports nothing. Pure. */
  response(question: Q, answer: Answer): Response | null;
  /** What would have been right, for reports: each a whole answer, the best one first. Pure. */
  correct(question: Q): readonly Pattern[];
  /** The line under the question: how to answer. */
  instruction(question: Q, words: Words): string;
  Control(props: ControlProps<Q>): VNode;
  Checked(props: CheckedProps<Q>): VNode;
  /** What stands in the panel under a judged answer. */
  explain(question: Q, answer: Answer, isFinal: boolean, words: Words): readonly Explanation[];
  /** The answer as one line of text, for the results. */
  summary(question: Q, answer: Answer, words: Words): string;
  /** The question with its list in the order that `order` gives; reports keep the author's. */
  shuffle?(question: Q, order: <T extends { slot: number }>(things: readonly T[]) => T[]): Q;
  /** What a try starts from, with the try before it; without this from nothing. */
  start?(question: Q, earlier: Answer | undefined): Answer;
  /** The question with what may be shuffled in another order; without this there is nothing to shuffle. */
  shuffle?(question: Q, order: <T extends { slot: number }>(things: readonly T[]) => T[]): Q;
  /** Without this, the shell goes by the points. */
  heading?(question: Q, answer: Answer): Heading;
  /** Key of the words on the button, null when the Control itself asks to check. Else "quiz.check". */
  readonly button?: string | null;
  /** Keys of the words on the buttons for a new try and for the right answer. Else those of "quiz". */
  readonly again?: string;
  readonly reveal?: string;
  /** The situation folds once there is an answer, but for what may be a helpline. */
  readonly foldsCase?: boolean;
}

/** Points for a part 0..1 of what was asked. */
export function scored({ points }: QuestionPayload, share: number): Score {
  return { kind: "scored", earned: share * points, possible: points };
}

/** An answer that cannot be judged; the key is that of the sentence that says what to do. */
export function invalid(key: string): Score {
  return { kind: "invalid", key };
}
