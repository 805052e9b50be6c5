/** A small course for the tests: two lessons and two quizzes with every question type. */

import type { Payload, QuizPayload } from "../../builder/player/src/payload";
import type { ChoicePayload, OptionPayload } from "../../builder/player/src/questions/choice";

interface Shape {
  masteryScore?: number | null;
  questionAttempts?: number;
  quizAttempts?: number | null;
  build?: string;
}

function option(key: string, slot: number, correct: boolean): OptionPayload {
  return { key, slot, correct, text: `Antwoord ${key}`, feedback: `<p>Uitleg ${key}</p>` };
}

export function question(
  id: string,
  slot: number,
  type: string,
  options: OptionPayload[],
  points = 1,
): ChoicePayload {
  return { id, slot, type, points, text: `Wat denk je bij ${id}?`, options, lesson: "les-een", objective: null };
}

/** Right answers of the course, and wrong ones. */
export const right: Readonly<Record<string, readonly string[]>> = {
  "een-goed": ["b"],
  "meer-goed": ["a", "c"],
  "klopt-het": ["false"],
  "tweede-ronde": ["a"],
};
export const wrong: Readonly<Record<string, readonly string[]>> = {
  "een-goed": ["a"],
  "meer-goed": ["b"],
  "klopt-het": ["true"],
  "tweede-ronde": ["b"],
};
export const questionIds = Object.keys(right);
export const lessonIds = ["les-een", "les-twee"];

/** A quiz that asks all of its questions, in their order; two tries each, without limit. */
export function plainQuiz(questions: string[], change: Partial<QuizPayload> = {}): QuizPayload {
  return {
    pools: [{ count: questions.length, questions }],
    isScored: true,
    shufflesQuestions: false,
    shufflesOptions: false,
    retakesWrong: false,
    weight: null,
    feedback: [],
    questionAttempts: 2,
    quizAttempts: null,
    ...change,
  };
}

export function course({
  masteryScore = 0.8,
  questionAttempts = 2,
  quizAttempts = 2,
  build = "abc123",
}: Shape = {}): Payload {
  const quiz = (questions: string[]): QuizPayload => plainQuiz(questions, { questionAttempts, quizAttempts });
  const questions = [
    question("een-goed", 0, "single-choice", [option("a", 0, false), option("b", 1, true), option("c", 2, false)]),
    question(
      "meer-goed",
      1,
      "multiple-choice",
      [option("a", 0, true), option("b", 1, false), option("c", 2, true), option("d", 3, false)],
      2,
    ),
    question("klopt-het", 2, "true-false", [option("true", 0, false), option("false", 1, true)]),
    question("tweede-ronde", 3, "single-choice", [option("a", 0, true), option("b", 1, false)]),
  ];
  return {
    schema: 1,
    build,
    course: { id: "proefcursus", title: "Proefcursus", version: "1.0.0", language: "nl" },
    masteryScore,
    certificate: null,
    completion: "answer",
    modules: [{ id: "module-een", number: 1, title: "Module een", pages: ["les-een", "les-twee", "toets-een", "toets-twee"] }],
    pages: [
      { id: "les-een", slot: 0, kind: "lesson", title: "Les een", minutes: 5, module: "module-een" },
      { id: "les-twee", slot: 1, kind: "lesson", title: "Les twee", minutes: 5, module: "module-een" },
      { id: "toets-een", slot: 2, kind: "quiz", title: "Toets een", minutes: 5, module: "module-een" },
      { id: "toets-twee", slot: 3, kind: "quiz", title: "Toets twee", minutes: 5, module: "module-een" },
    ],
    quizzes: { "toets-een": quiz(["een-goed", "meer-goed", "klopt-het"]), "toets-twee": quiz(["tweede-ronde"]) },
    questions: Object.fromEntries(questions.map((one) => [one.id, one])),
    objectives: [],
    strings: {},
  };
}

/** The choice with this id in a course. */
export function choiceOf(payload: Payload, id: string): ChoicePayload {
  const found = payload.questions[id];
  if (!found || !("options" in found)) throw new Error(`${id} is no choice`);
  return found as ChoicePayload;
}

/** A course without quizzes, complete when its lessons are read. */
export function readingCourse(): Payload {
  const full = course({ masteryScore: null });
  return {
    ...full,
    modules: [{ id: "module-een", number: 1, title: "Module een", pages: lessonIds }],
    pages: full.pages.filter((page) => page.kind === "lesson"),
    quizzes: {},
    questions: {},
  };
}
