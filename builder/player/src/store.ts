/** What the interface may see and ask. session.ts implements it; shell/ and questions/ only use it. */

import type { PageId, Payload, QuestionId } from "./payload";

/** Keys of the chosen options, or what else the type of the question makes of it; [] is no answer. */
export type Answer = readonly string[];

export type Score =
  /** Nothing to judge; `key` is that of the sentence that says what is missing. */
  | { kind: "invalid"; key: string }
  | { kind: "scored"; earned: number; possible: number };

export interface AnswerRecord {
  /** The best of the tries, of equal ones the latest: this one is kept and counts. */
  answer: Answer;
  /** The try that was made last, for the feedback right after it; after a resume equal to `answer`. */
  latest: { answer: Answer; earned: number };
  /** Tries used, at least 1. */
  tries: number;
  /** Earned points of `answer`, 0..possible, in whole hundredths. */
  earned: number;
  possible: number;
  /** No further try: right, out of tries, or the learner asked for the answer. */
  final: boolean;
  /** The learner asked for the right answer. */
  revealed: boolean;
}

export interface QuizRecord {
  /** The questions of this attempt, in the order in which they are asked. */
  asked: readonly QuestionId[];
  /** Seed of the order of the options; null where they keep the author's order. */
  seed: number | null;
  /** Which time the quiz is taken, from 1. */
  attempt: number;
  /** Best earned points over all attempts, this one included. */
  best: number;
  possible: number;
  answered: number;
  total: number;
  /** Every question has its last word. */
  finished: boolean;
  mayRetake: boolean;
}

/**
 * How saving goes. `local` means: no LMS found, kept in this browser only; `stopped`: the same, because the
 * LMS ended the session. `lost` means: nothing can be kept (no LMS and no storage), or the session ended
 * while something was not kept yet.
 */
export type Saving = "kept" | "saving" | "failing" | "local" | "stopped" | "lost";

/** The part of the view that does not follow from what the learner did. */
export interface SavingView {
  /** What the lifecycle is in; see lifecycle.ts. */
  phase: "searching" | "running" | "elsewhere" | "reviewing" | "ended";
  saving: Saving;
  /** What is not with the LMS is kept on this device until the next time. */
  isOnDevice: boolean;
  /** When the answers were given that lie on this device and may be taken over (milliseconds since 1970). */
  leftoverAt: number | null;
  learnerName: string;
}

export interface View extends SavingView {
  done: ReadonlySet<PageId>;
  /** Page of the last visit, for "continue where you left off"; null at the first start. */
  bookmark: PageId | null;
  answers: ReadonlyMap<QuestionId, AnswerRecord>;
  /** What was chosen or typed and not checked yet. */
  drafts: ReadonlyMap<QuestionId, Answer>;
  quizzes: ReadonlyMap<PageId, QuizRecord>;
  /** 0..1 over pages. */
  progress: number;
  completed: boolean;
  success: "unknown" | "passed" | "failed";
  /** Best score 0..1, null while nothing is scored. */
  score: number | null;
  /** Pass mark in force 0..1 (the LMS may override the package's), null when not graded. */
  masteryScore: number | null;
}

export type Action =
  /** `chance` is a number 0..1 by lot, for a quiz that draws; the session itself knows no chance. */
  | { type: "visit"; page: PageId; chance?: number }
  /** The end of a lesson was reached. */
  | { type: "finish-page"; page: PageId }
  | { type: "answer"; question: QuestionId; answer: Answer }
  /** What is chosen or typed so far, [] for nothing: kept with the next save, without a save of its own. */
  | { type: "draft"; question: QuestionId; answer: Answer }
  /** Ends the question with what was earned; only after a try. */
  | { type: "reveal"; question: QuestionId }
  | { type: "retake"; quiz: PageId }
  /** Look for the LMS, or try to save, once more. */
  | { type: "retry" }
  /** Go on in this window instead of the other one. */
  | { type: "take-over" }
  /** The answers that lie on this device: take them over, wipe them, or leave them for someone else. */
  | { type: "leftover"; choice: "take" | "wipe" | "leave" }
  | { type: "exit" };

export interface Store {
  readonly payload: Payload;
  view(): View;
  /** Calls back after every change; returns the way to stop. */
  subscribe(listener: () => void): () => void;
  dispatch(action: Action): void;
  /** Standard, versions, state, failing calls and their codes, without personal data: for the help desk. */
  report(): string;
}
