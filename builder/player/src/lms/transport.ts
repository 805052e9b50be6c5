/** The one interface between the player and a standard. No standard is named outside lms/. */

import type { QuestionPayload } from "../payload";
import type { Pattern, Response } from "../questions/type";

/** What the LMS told at the start. Unknown values are null or empty, never an error. */
export interface Opened {
  mode: "normal" | "review" | "browse";
  credit: boolean;
  /** Suspend data as kept, "" when there is none. */
  state: string;
  location: string;
  learnerName: string;
  /** What the LMS calls the learner, "" when it does not tell. */
  learnerId: string;
  /** Pass mark of the LMS 0..1, null when it gives none. */
  masteryScore: number | null;
  /** Best score the LMS already holds 0..1, null when it tells none. */
  score: number | null;
  completed: boolean;
  passed: boolean;
}

/** Everything that is worth keeping, in words that belong to no standard. */
export interface Snapshot {
  location: string;
  /** Suspend data; null leaves what is there as it is. */
  state: string | null;
  /** 0..1 */
  progress: number;
  completed: boolean;
  success: "unknown" | "passed" | "failed";
  /** 0..1; null while there is nothing to report. */
  score: number | null;
  graded: boolean;
  /** Milliseconds since the session began. */
  sessionMs: number;
}

export interface InteractionRecord {
  question: QuestionPayload;
  /** What was answered, and what would have been right: none, one, or several ways. */
  response: Response;
  correct: readonly Pattern[];
  /** How many records came before this one in the course, for an LMS that does not tell. */
  index: number;
  earned: number;
  /** 0 for a question that is not scored. */
  possible: number;
  /** When it was answered. */
  at: Date;
  latencyMs: number;
}

export interface Failure {
  call: string;
  code: string;
  /** What the LMS said of it, without anything of the learner; often "". */
  words: string;
  at: Date;
}

export interface Transport {
  readonly standard: string;
  /** Starts the session and reads what is there; null when there is no LMS, or it does not let us. */
  open(): Opened | null;
  /** The first writes, once it is sure that this window goes on: exit, status, commit. False: save again soon. */
  begin(): boolean;
  /** The state as it lies there now, for what another window added; null when that cannot be read. */
  held(): string | null;
  /** Queues one answered question; written by the next save. */
  record(interaction: InteractionRecord): void;
  /** Writes all and commits. False: nothing may be believed kept, call again later. */
  save(snapshot: Snapshot): boolean;
  /** Nothing changed: tells the time and commits, and writes over nothing that another window kept. */
  touch(sessionMs: number): void;
  /** Ends the session, saving nothing. After it no call reaches the LMS. */
  close(): boolean;
  /** The LMS says that the session is over: nothing more can be kept. */
  isOver(): boolean;
  /** What went wrong, oldest first, for the help desk. Names of elements, never their values. */
  failures(): readonly Failure[];
}
