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
  /** What stands on the certificate; null when the course has none. */
  certificate: { issuer: string; showScore: boolean } | null;
  /** Lessons and quizzes in reading order. */
  pages: PagePayload[];
  quizzes: Record<PageId, QuizPayload>;
  questions: Record<QuestionId, QuestionPayload>;
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

/** What every question has; what only its type reads stands in the file of the type. */
export interface QuestionPayload {
  id: QuestionId;
  slot: number;
  type: string;
  /** 0 for a question that is not scored. */
  points: number;
  /** Plain text of the question, for reports in the LMS. */
  text: string;
  /** Lesson to read again, and the words of the link. */
  lesson: PageId | null;
}
