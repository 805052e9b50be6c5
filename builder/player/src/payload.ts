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
  /** When the course is complete: lessons read, and questions answered, and passed. */
  completion: "view" | "answer" | "pass";
  modules: ModulePayload[];
  /** What stands on the certificate; null when the course has none. */
  certificate: { issuer: string; showScore: boolean } | null;
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
  /** From 1; null for a module without lessons, which only asks. */
  number: number | null;
  title: string;
  pages: PageId[];
}

export interface PagePayload {
  id: PageId;
  /** Integer from course.lock; lessons and quizzes share one range. */
  slot: number;
  /** A check is a quiz to practise with, beside the way: a lesson leads to it and it leads back. */
  kind: "lesson" | "quiz" | "check";
  title: string;
  minutes: number;
  module: string;
  /** Of a check: the lesson that it belongs to. */
  lesson?: PageId;
}

/** Whether a page is one that every learner passes; only those count for how far somebody is. */
export function isStop({ kind }: PagePayload): boolean {
  return kind !== "check";
}

export interface PoolPayload {
  /** How many of its questions are asked: all, or fewer by lot. */
  count: number;
  questions: QuestionId[];
}

export interface QuizPayload {
  /** Everything that can be asked, in the author's order. */
  pools: PoolPayload[];
  /** False for practice: nothing of it counts. */
  isScored: boolean;
  /** Each learner gets the questions, or the options of a question, in an order of their own. */
  shufflesQuestions: boolean;
  shufflesOptions: boolean;
  /** A new attempt is about what was not right; else about everything. */
  retakesWrong: boolean;
  /** Share in the course's score; null is its points. */
  weight: number | null;
  /** Closing texts, highest first: the first whose `from` (0..1) is reached is shown. */
  feedback: { from: number; html: string }[];
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
  /** Its answer is a private note of the learner's device. */
  isPrivate?: true;
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
