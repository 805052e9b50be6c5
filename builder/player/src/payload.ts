/** The contract with the compiler: what course.js assigns to window.LESBOUWER_COURSE (builder/render/payload.py). */

export type PageId = string;
export type QuestionId = string;

export interface Payload {
  /** Version of this contract. The player refuses a higher one with a readable message. */
  schema: 1;
  /** Six characters 0-9a-z: hash of everything a learner can see. */
  build: string;
  course: { id: string; title: string; version: string; language: string };
  /** Pass mark 0..1, or null for a course that is not graded. */
  masteryScore: number | null;
  modules: ModulePayload[];
  /** Lessons and quizzes in reading order. */
  pages: PagePayload[];
  quizzes: Record<PageId, QuizPayload>;
  questions: Record<QuestionId, QuestionPayload>;
  /** In the order of the modules; empty when the course has none. */
  objectives: ObjectivePayload[];
  /** Interface strings in the course's language; plurals as key.one / key.other. */
  strings: Record<string, string>;
}

export interface ModulePayload {
  id: string;
  title: string;
  pages: PageId[];
}

export interface PagePayload {
  id: PageId;
  /** Integer from course.lock; lessons and quizzes share one range. */
  slot: number;
  kind: "lesson" | "quiz";
  title: string;
  minutes: number;
  module: string;
}

export interface QuizPayload {
  questions: QuestionId[];
  /** Tries per question, at least 1. */
  questionAttempts: number;
  /** Times the whole quiz may be taken; null is without limit. */
  quizAttempts: number | null;
}

export interface QuestionPayload {
  id: QuestionId;
  slot: number;
  type: string;
  points: number;
  /** Plain text of the question, for reports in the LMS. */
  text: string;
  options: OptionPayload[];
  /** Lesson to read again, and the words of the link. */
  lesson: PageId | null;
  /** Id of the learning objective that it asks about. */
  objective: string | null;
}

export interface ObjectivePayload {
  id: string;
  /** Plain text, for the learner and for reports. */
  text: string;
  /** Level after Bloom. */
  level: "remember" | "understand" | "apply" | "analyse" | "evaluate" | "create";
  module: string;
  /** The lessons that teach it, in reading order. */
  lessons: PageId[];
}

export interface OptionPayload {
  /** Letter of the author ("a"), or "true" / "false". */
  key: string;
  slot: number;
  correct: boolean;
  /** Plain text, for reports. */
  text: string;
  /** Ready HTML, cleaned at build time. */
  feedback: string;
  /** What an option is worth where right or not right does not say it (judgement). */
  grade?: "good" | "defensible" | "risky";
  /** Part of the points, 0..1; with a grade. */
  share?: number;
  /** Percentage of a panel of experts that chose it; where there was a panel. */
  panel?: number;
}
