/** A course with questions of every type that there is, each with the answers that its case file tries. */

import type { Payload, QuestionPayload, QuizPayload } from "../../builder/player/src/payload";
import type { Answer } from "../../builder/player/src/store";
import { readCases } from "./cases";

interface QuestionCase {
  payload?: Omit<QuestionPayload, "text" | "lesson">;
  scores?: { answer: string[] }[];
}

export interface Rules {
  masteryScore: number | null;
  questionAttempts: number;
  quizAttempts: number | null;
}

export interface AnyCourse {
  payload: Payload;
  answers: Readonly<Record<string, readonly Answer[]>>;
}

const LESSONS = ["les-een", "les-twee", "les-drie"];

/** One question of each type for the first quiz, another for the second; a new type joins by its case file. */
const cases = (() => {
  const byType = new Map<string, QuestionCase[]>();
  for (const one of readCases<QuestionCase>("questions")) {
    if (one.payload) byType.set(one.payload.type, [...(byType.get(one.payload.type) ?? []), one]);
  }
  return [...byType.values()];
})();

export function anyCourse({ masteryScore, questionAttempts, quizAttempts }: Rules): AnyCourse {
  const chosen = [...cases.map(([first]) => first), ...cases.map(([first, second]) => second ?? first)];
  const answers: Record<string, Answer[]> = {};
  const questions = chosen.flatMap((one, slot): QuestionPayload[] => {
    if (!one?.payload) return [];
    const id = `vraag-${slot}`;
    answers[id] = [...(one.scores ?? []).map(({ answer }) => answer), []];
    return [{ ...one.payload, id, slot, text: `Wat denk je bij ${id}?`, lesson: null }];
  });
  const ids = questions.map(({ id }) => id);
  const quiz = (its: string[]): QuizPayload => ({ questions: its, questionAttempts, quizAttempts });
  const quizzes = { "toets-een": quiz(ids.slice(0, cases.length)), "toets-twee": quiz(ids.slice(cases.length)) };
  const pages = [...LESSONS, ...Object.keys(quizzes)];
  return {
    answers,
    payload: {
      schema: 1,
      build: "abc123",
      course: { id: "proefcursus", title: "Proefcursus", version: "1.0.0", language: "nl" },
      masteryScore,
      modules: [{ id: "module-een", title: "Module een", pages }],
      pages: pages.map((id, slot) => ({
        id,
        slot,
        kind: id in quizzes ? "quiz" : "lesson",
        title: id,
        minutes: 5,
        module: "module-een",
      })),
      quizzes,
      questions: Object.fromEntries(questions.map((one) => [one.id, one])),
      strings: {},
    },
  };
}
