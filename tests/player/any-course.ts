/** Courses and states as they come, for what has to hold of all of them. */

import type { Payload, QuestionPayload } from "../../builder/player/src/payload";
import type { ChoicePayload } from "../../builder/player/src/questions/choice";
import type { ShortTextPayload } from "../../builder/player/src/questions/short-text";
import type { SavedState } from "../../builder/player/src/state-codec";
import { course, plainQuiz, question } from "./course";
import type { Chance } from "./random";

export function anyCourse(luck: Chance): Payload {
  const slots = (count: number) => [...new Set(Array.from({ length: count }, () => luck.below(count * 2)))];
  const questions = slots(1 + luck.below(60)).map((slot) => {
    const options = slots(2 + luck.below(20)).map((optionSlot) => ({
      key: `k${optionSlot}`,
      slot: optionSlot,
      correct: true,
      text: "",
      feedback: "",
    }));
    const points = 1 + luck.below(9);
    return luck.pick([
      question(`vraag-${slot}`, slot, "multiple-choice", options, points),
      word(`vraag-${slot}`, slot, 1 + luck.below(20), points),
    ]);
  });
  const quizIds: string[] = [];
  const pages = slots(2 + luck.below(120)).map((slot) => {
    const isQuiz = luck.next() < 0.2;
    if (isQuiz) quizIds.push(`bladzij-${slot}`);
    return {
      id: `bladzij-${slot}`,
      slot,
      kind: isQuiz ? ("quiz" as const) : ("lesson" as const),
      title: "",
      minutes: 1,
      module: "m",
    };
  });
  const quizzes = Object.fromEntries(
    quizIds.map((id) => [id, plainQuiz(questions.map((one) => one.id))]),
  );
  return { ...course(), pages, quizzes, questions: Object.fromEntries(questions.map((one) => [one.id, one])) };
}

export function anyState(luck: Chance, payload: Payload): SavedState {
  const points = Object.values(payload.questions).reduce((sum, one) => sum + one.points, 0);
  const answers = new Map<string, { answer: string[]; tries: number; revealed: boolean }>();
  for (const one of luck.some(Object.values(payload.questions))) {
    const answer = anyAnswer(luck, one);
    if (answer.length > 0) answers.set(one.id, { answer, tries: 1 + luck.below(35), revealed: luck.next() < 0.5 });
  }
  const drafted = luck.pick(Object.values(payload.questions));
  const draft = { question: drafted.id, answer: anyAnswer(luck, drafted) };
  return {
    build: payload.build,
    done: new Set(luck.some(payload.pages).map((page) => page.id)),
    bookmark: luck.next() < 0.2 ? null : luck.pick(payload.pages).id,
    quizzes: new Map(
      luck
        .some(Object.keys(payload.quizzes))
        .map((id) => [id, { attempt: 1 + luck.below(1295), best: luck.below(points * 100 + 1) / 100, drawing: null }]),
    ),
    score: luck.next() < 0.2 ? null : luck.below(10001) / 10000,
    completed: luck.next() < 0.5,
    success: luck.pick(["unknown", "passed", "failed"] as const),
    seen: new Set(),
    interactions: luck.below(46656),
    answers,
    draft: draft.answer.length > 0 ? draft : null,
  };
}

/** Options of a choice; else a text of any characters, as long as it may be. */
function anyAnswer(luck: Chance, one: QuestionPayload): string[] {
  if ("options" in one) return luck.some((one as ChoicePayload).options).map((option) => option.key);
  const { maxLength } = one as ShortTextPayload;
  const signs = Array.from({ length: 1 + luck.below(maxLength) }, () => luck.pick([..."aZ9 -_.,;~!%é\u4e2d"]));
  return [signs.join("")];
}

function word(id: string, slot: number, maxLength: number, points: number): ShortTextPayload {
  const feedback = { right: "", wrong: "" };
  const text = { answers: ["a"], spelling: 0, strict: [], maxLength, mistakes: [], feedback };
  return { id, slot, type: "short-text", points, text: "", lesson: null, objective: null, ...text };
}
