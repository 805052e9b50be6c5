/** Chance for whole lives of learners: which course, which standard, and what happens, step by step. */

import fc from "fast-check";
import type { Action } from "../../builder/player/src/store";
import type { Fault } from "../doubles/run-time";
import { wholeCourse, type WholeCourse, type Rules } from "./whole-course";
import { benches, type Bench } from "./learner";
import { questionsOf } from "./oracle";
import type { Step } from "./world";

export const anyBench: fc.Arbitrary<Bench> = fc.constantFrom(...benches);

/** `isByLot`: also courses that draw questions, which the second reckoning knows nothing of. */
export const anyRules = (isByLot: fc.Arbitrary<boolean>): fc.Arbitrary<WholeCourse> => fc
  .record<Rules>({
    isByLot,
    masteryScore: fc.constantFrom(0.8, null),
    questionAttempts: fc.constantFrom(1, 2),
    quizAttempts: fc.constantFrom(1, 2, null),
    completion: fc.constantFrom("view", "answer", "pass"),
    retakesWrong: fc.boolean(),
    weights: fc.constantFrom<[number | null, number | null]>([null, null], [1, 3]),
    hasPractice: fc.boolean(),
  })
  .map(wholeCourse);

/** `marks` of chance pick what a course has, so that a life can be made smaller without its course. */
export function actionsOf({ payload, answers }: WholeCourse, kind: number, mark: number): Action[] {
  const pages = payload.pages.map(({ id }) => id);
  const questions = Object.keys(payload.questions);
  const quizzes = Object.keys(payload.quizzes);
  const pick = <T>(items: readonly T[], by = mark): T => items[by % items.length] as T;
  const question = pick(questions);
  // Right answers come often, or nobody would ever pass.
  const choices = answers[question] ?? [];
  const answer = pick([choices[0], choices[0], ...choices], Math.floor(mark / questions.length)) ?? [];
  const actions: Action[] = [
    { type: "visit", page: pick(pages), chance: mark / 1000 },
    { type: "finish-page", page: pick(pages) },
    { type: "answer", question, answer },
    { type: "answer", question, answer },
    { type: "answer", question, answer },
    { type: "reveal", question },
    { type: "retake", quiz: pick(quizzes) },
    { type: "draft", question, answer },
  ];
  const action = pick(actions, kind);
  // A question is answered on its page, and a quiz draws when it is opened.
  const page = quizzes.find((quiz) => "question" in action && questionsOf(payload.quizzes[quiz]).includes(action.question));
  return page ? [{ type: "visit", page, chance: mark / 1000 }, action] : [action];
}

/** Things that go together, because chance alone hardly ever comes to the end of a course. */
function stretchOf({ payload, answers }: WholeCourse, kind: number, mark: number): Action[] {
  const quizzes = Object.entries(payload.quizzes);
  const [quiz = "", found] = quizzes[mark % quizzes.length] ?? [];
  const questions = questionsOf(found);
  const isRight = (place: number) => kind === 1 || (kind === 3 && (mark >> (place % 8)) % 2 === 0);
  const given = (question: string, place: number): readonly string[] => {
    const choices = (answers[question] ?? []).filter((answer) => answer.length > 0);
    return (isRight(place) ? choices[0] : choices.at(-1)) ?? [];
  };
  if (kind === 0) return payload.pages.map(({ id: page }) => ({ type: "finish-page", page }));
  const answer = questions.map((question, place): Action => ({ type: "answer", question, answer: given(question, place) }));
  const reveal = questions.map((question): Action => ({ type: "reveal", question }));
  const visit: Action = { type: "visit", page: quiz, chance: mark / 1000 };
  return [visit, ...answer, ...reveal, ...(kind === 4 ? [{ type: "retake", quiz } as const] : [])];
}

const anyMark = fc.nat(999);
const anyStretch = (course: WholeCourse) =>
  fc.tuple(fc.nat(4), anyMark).map(([kind, mark]) => stretchOf(course, kind, mark));
const anyWindow = fc.nat(2);

export const anyActions = (course: WholeCourse): fc.Arbitrary<Action[]> =>
  fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: fc.tuple(fc.nat(7), anyMark).map(([kind, mark]) => actionsOf(course, kind, mark)) },
        { weight: 1, arbitrary: anyStretch(course) },
      ),
      { maxLength: 40 },
    )
    .map((stretches) => stretches.flat());

/** Reading the state is never answered with another text than the LMS has: nobody could tell the difference. */
const anyFault: fc.Arbitrary<Fault> = fc
  .record({
    method: fc.constantFrom("SetValue", "Commit", "GetValue", "Initialize", "LMSFinish", "Terminate", "LMSInitialize"),
    how: fc.constantFrom("false" as const, "throw" as const, "undefined" as const, "rubbish" as const),
    code: fc.constantFrom("101", "391", "301", "133", "143", "0"),
    times: fc.constantFrom(1, 2, 3, 8, 50),
  })
  .map((fault): Fault => (fault.method === "GetValue" ? { ...fault, how: "throw", code: "101" } : fault));

export function anySteps(course: WholeCourse): fc.Arbitrary<Step[]> {
  const act = fc
    .tuple(anyWindow, fc.nat(7), anyMark)
    .map(([window, kind, mark]): Step => ({ do: "act-on", window, actions: actionsOf(course, kind, mark) }));
  const stretch = fc
    .tuple(anyWindow, anyStretch(course))
    .map(([window, actions]): Step => ({ do: "act-on", window, actions }));
  const press = fc
    .tuple(
      anyWindow,
      fc.constantFrom<Action>(
        { type: "retry" },
        { type: "take-over" },
        { type: "take-over" },
        { type: "leftover", choice: "take" },
        { type: "leftover", choice: "leave" },
      ),
    )
    .map(([window, action]): Step => ({ do: "act", window, action }));
  const event = fc
    .tuple(
      anyWindow,
      fc.constantFrom("hide", "freeze", "kill", "leave", "come-back", "exit", "end-session" as const),
    )
    .map(([window, what]) => ({ do: what, window }) as Step);
  return fc.array(
    fc.oneof(
      { weight: 12, arbitrary: act },
      { weight: 2, arbitrary: stretch },
      { weight: 3, arbitrary: press },
      { weight: 5, arbitrary: fc.constantFrom(0, 100, 500, 1000, 5000, 60_000).map((ms): Step => ({ do: "wait", ms })) },
      { weight: 3, arbitrary: event },
      { weight: 3, arbitrary: fc.constantFrom("now", "now", "now", "late", "never").map((lms) => ({ do: "launch", lms }) as Step) },
      { weight: 2, arbitrary: fc.tuple(anyWindow, anyFault).map(([window, fault]): Step => ({ do: "fault", window, fault })) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }).map((commits): Step => ({ do: "lie", commits })) },
      { weight: 2, arbitrary: fc.constant<Step>({ do: "heal" }) },
    ),
    { maxLength: 50 },
  );
}
