/** A course with questions of every type that there is, each with the answers that its case file tries. */

import type { Payload, QuestionPayload, QuizPayload } from "../../builder/player/src/payload";
import type { Answer } from "../../builder/player/src/store";
import { readCases } from "./cases";
import { plainQuiz } from "./course";

interface QuestionCase {
  payload?: Omit<QuestionPayload, "text" | "lesson">;
  scores?: { answer: string[] }[];
}

export interface Rules {
  masteryScore: number | null;
  questionAttempts: number;
  quizAttempts: number | null;
  completion: Payload["completion"];
  retakesWrong: boolean;
  weights: [number | null, number | null];
  /** The second quiz is for practice. */
  hasPractice: boolean;
  /** Questions and options by lot, and one question less than there are. */
  isByLot?: boolean;
}

export interface WholeCourse {
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

export function wholeCourse(rules: Rules): WholeCourse {
  const { masteryScore, completion, weights, isByLot = false } = rules;
  const chosen = [...cases.map(([first]) => first), ...cases.map(([first, second]) => second ?? first)];
  const answers: Record<string, Answer[]> = {};
  const questions = chosen.flatMap((one, slot): QuestionPayload[] => {
    if (!one?.payload) return [];
    const id = `vraag-${slot}`;
    answers[id] = [...(one.scores ?? []).map(({ answer }) => answer), []];
    return [{ ...one.payload, id, slot, text: `Wat denk je bij ${id}?`, lesson: null }];
  });
  const ids = questions.map(({ id }) => id);
  const quiz = (its: string[], weight: number | null, isScored: boolean): QuizPayload =>
    plainQuiz(its, {
      ...(isByLot ? { pools: [{ count: its.length - 1, questions: its }] } : {}),
      shufflesQuestions: isByLot,
      shufflesOptions: isByLot,
      questionAttempts: rules.questionAttempts,
      quizAttempts: rules.quizAttempts,
      retakesWrong: rules.retakesWrong,
      weight,
      isScored,
    });
  const quizzes = {
    "toets-een": quiz(ids.slice(0, cases.length), weights[0], true),
    "toets-twee": quiz(ids.slice(cases.length), weights[1], !rules.hasPractice),
  };
  const pages = [...LESSONS, ...Object.keys(quizzes)];
  return {
    answers,
    payload: {
      schema: 1,
      build: "abc123",
      course: { id: "proefcursus", title: "Proefcursus", version: "1.0.0", language: "nl" },
      masteryScore,
      completion,
      certificate: null,
      objectives: [],
      modules: [{ id: "module-een", number: 1, title: "Module een", pages }],
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
