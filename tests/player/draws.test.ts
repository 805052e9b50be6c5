/** Questions by lot: how many, which, in what order, and that a learner finds the same ones back. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { asked, draw, SEEDS, shuffled } from "../../builder/player/src/draws";
import type { Payload, QuizPayload } from "../../builder/player/src/payload";
import { apply, nothingKept, sessionView, startSession, stateText, type Session } from "../../builder/player/src/session";
import type { Action } from "../../builder/player/src/store";
import { choiceOf, course, plainQuiz, question } from "./course";

const POOL = ["v0", "v1", "v2", "v3", "v4", "v5", "v6", "v7"];
const QUIZ = "toets-een";

/** One quiz: the question "vast" is always asked, and three of a pool of eight. */
function drawing(change: Partial<QuizPayload> = {}, pool = POOL): Payload {
  const { options } = choiceOf(course(), "een-goed");
  const questions = ["vast", ...POOL].map((id, slot) => question(id, slot, "single-choice", options));
  const pools = [
    { count: 1, questions: ["vast"] },
    { count: 3, questions: pool },
  ];
  return {
    ...course({ masteryScore: null }),
    pages: [{ id: QUIZ, slot: 0, kind: "quiz", title: QUIZ, minutes: 1, module: "module-een" }],
    quizzes: { [QUIZ]: plainQuiz([], { pools, questionAttempts: 1, ...change }) },
    questions: Object.fromEntries(
      questions.filter(({ id }) => id === "vast" || pool.includes(id)).map((one) => [one.id, one]),
    ),
  };
}

function start(payload: Payload, chance: number, state = ""): Session {
  return apply(startSession(payload, { ...nothingKept, state }), { type: "visit", page: QUIZ, chance }).session;
}

const run = (session: Session, ...actions: Action[]) => actions.reduce((one, action) => apply(one, action).session, session);
const askedIn = (session: Session) => [...(sessionView(session).quizzes.get(QUIZ)?.asked ?? [])];
const answer = (id: string, isRight: boolean): Action => ({ type: "answer", question: id, answer: [isRight ? "b" : "a"] });
const again = (session: Session, payload = session.payload) =>
  startSession(payload, { ...nothingKept, state: stateText(session) ?? "" });

test("as many are asked as the author says, and what is not drawn always", () => {
  for (let seed = 0; seed < 200; seed += 1) {
    const found = askedIn(start(drawing(), seed / 200));
    assert.equal(found.length, 4);
    assert.equal(new Set(found).size, 4);
    assert.equal(found[0], "vast", "in the author's order, as long as questions are not shuffled");
  }
});

test("every question has its fair chance", () => {
  const times = new Map(POOL.map((id) => [id, 0]));
  const runs = 4000;
  for (let seed = 0; seed < runs; seed += 1) {
    for (const id of draw(drawing(), QUIZ, seed, 1, new Set(), new Set()).drawn) times.set(id, (times.get(id) ?? 0) + 1);
  }
  for (const [id, count] of times) assert.ok(Math.abs(count / runs - 3 / 8) < 0.04, `${id}: ${count}`);
});

test("the draw, the order and the answers are there again at the next launch", () => {
  for (const chance of [0, 0.2, 0.5, 0.99999]) {
    const session = start(drawing({ shufflesQuestions: true, shufflesOptions: true }), chance);
    const [first = ""] = askedIn(session);
    const answered = run(session, answer(first, true));
    const back = again(answered);
    assert.deepEqual(askedIn(back), askedIn(session));
    assert.equal(sessionView(back).answers.get(first)?.earned, 1);
    assert.equal(sessionView(back).quizzes.get(QUIZ)?.seed, sessionView(session).quizzes.get(QUIZ)?.seed);
    assert.deepEqual(askedIn(start(back.payload, 0.7, stateText(back) ?? "")), askedIn(session), "one draw per attempt");
  }
});

test("two learners get other questions and another order", () => {
  const orders = new Set(
    Array.from({ length: 50 }, (_, at) => askedIn(start(drawing({ shufflesQuestions: true }), at / 50)).join()),
  );
  assert.ok(orders.size > 40, `${orders.size} of 50`);
});

test("a question that an update takes out is replaced, and the others stay", () => {
  const session = start(drawing(), 0.3);
  const [, gone = "", ...stay] = askedIn(session);
  const smaller = drawing({}, POOL.filter((id) => id !== gone));
  const back = askedIn(again(session, smaller));
  assert.equal(back.length, 4);
  for (const id of stay) assert.ok(back.includes(id), id);
});

test("a question that an update adds changes nothing for who has begun", () => {
  const session = start(drawing({}, POOL.slice(0, 6)), 0.3);
  assert.deepEqual(askedIn(again(session, drawing())), askedIn(session));
});

test("a retake asks what was not seen yet, until everything was", () => {
  let session = start(drawing(), 0.4);
  const seen = new Set(askedIn(session).slice(1));
  const rounds = [3, 2];
  for (const fresh of rounds) {
    session = run(session, ...askedIn(session).map((id) => answer(id, false)), { type: "retake", quiz: QUIZ });
    const next = askedIn(session).slice(1);
    assert.equal(next.filter((id) => !seen.has(id)).length, fresh);
    for (const id of next) seen.add(id);
    session = again(session);
  }
  assert.equal(seen.size, POOL.length);
  session = run(session, ...askedIn(session).map((id) => answer(id, false)), { type: "retake", quiz: QUIZ });
  assert.equal(askedIn(session).length, 4, "and then it begins again");
});

test("a retake of what was wrong keeps what was right", () => {
  const session = start(drawing({ retakesWrong: true }), 0.6);
  const [fixed = "", good = "", bad = "", worse = ""] = askedIn(session);
  const done = run(session, answer(fixed, true), answer(good, true), answer(bad, false), answer(worse, false));
  const retaken = run(done, { type: "retake", quiz: QUIZ });
  const now = askedIn(retaken);
  assert.ok(now.includes(fixed) && now.includes(good));
  assert.ok(!now.includes(bad) && !now.includes(worse), "unseen questions take the place of those that were wrong");
  const record = sessionView(retaken).quizzes.get(QUIZ);
  assert.deepEqual([record?.attempt, record?.answered, record?.best], [2, 2, 2]);
  const finished = sessionView(run(retaken, ...now.slice(0).map((id) => answer(id, true))));
  assert.equal(finished.quizzes.get(QUIZ)?.best, 4);
});

test("a retake of a quiz without drawing asks only what was wrong again", () => {
  const payload = { ...course(), quizzes: { "toets-een": plainQuiz(["een-goed", "klopt-het"], { retakesWrong: true, questionAttempts: 1 }) } };
  const session = run(
    startSession(payload, nothingKept),
    { type: "answer", question: "een-goed", answer: ["b"] },
    { type: "answer", question: "klopt-het", answer: ["true"] },
    { type: "retake", quiz: "toets-een" },
  );
  assert.deepEqual([...sessionView(session).answers.keys()], ["een-goed"]);
});

test("options keep their letters whatever their order", () => {
  const { options } = choiceOf(course(), "meer-goed");
  const orders = new Set<string>();
  for (let seed = 0; seed < SEEDS; seed += 997) {
    const mixed = shuffled(options, seed, 1, 5);
    assert.deepEqual([...mixed].sort((left, right) => left.slot - right.slot), options);
    orders.add(mixed.map(({ key }) => key).join(""));
  }
  assert.ok(orders.size >= 15, `${orders.size} of 24 orders`);
});

test("without a draw the first of each pool are asked, as in a session that only looks on", () => {
  assert.deepEqual(asked(drawing({ shufflesQuestions: true }), QUIZ, 1, null), ["vast", "v0", "v1", "v2"]);
});

test("practice counts for nothing, and weights weigh", () => {
  const payload = (change: Partial<QuizPayload>): Payload => {
    const full = course({ questionAttempts: 1 });
    return {
      ...full,
      quizzes: {
        "toets-een": plainQuiz(["een-goed", "klopt-het"], { questionAttempts: 1, ...change }),
        "toets-twee": plainQuiz(["tweede-ronde"], { questionAttempts: 1 }),
      },
    };
  };
  const all: Action[] = [
    { type: "answer", question: "een-goed", answer: ["a"] },
    { type: "answer", question: "klopt-het", answer: ["true"] },
    { type: "answer", question: "tweede-ronde", answer: ["a"] },
  ];
  const score = (change: Partial<QuizPayload>) => sessionView(run(startSession(payload(change), nothingKept), ...all)).score;
  assert.equal(score({}), 0.3333, "one of three points");
  assert.equal(score({ weight: 3 }), 0.25, "a quiz of weight 3 with nothing, one of weight 1 with all");
  assert.equal(score({ isScored: false }), 1);
});

test("the rules for completion", () => {
  const lessons: Action[] = ["les-een", "les-twee"].map((page) => ({ type: "finish-page", page }));
  const questions = (isRight: boolean): Action[] => [
    { type: "answer", question: "een-goed", answer: [isRight ? "b" : "a"] },
    { type: "answer", question: "meer-goed", answer: isRight ? ["a", "c"] : ["b"] },
    { type: "answer", question: "klopt-het", answer: [isRight ? "false" : "true"] },
    { type: "answer", question: "tweede-ronde", answer: [isRight ? "a" : "b"] },
  ];
  const rows: [Payload["completion"], Action[], boolean][] = [
    ["view", lessons, true],
    ["view", questions(true), false],
    ["answer", lessons, false],
    ["answer", [...lessons, ...questions(false)], true],
    ["pass", [...lessons, ...questions(false)], false],
    ["pass", questions(true), false],
    ["pass", [...lessons, ...questions(true)], true],
  ];
  for (const [completion, actions, expected] of rows) {
    const session = run(startSession({ ...course({ questionAttempts: 1 }), completion }, nothingKept), ...actions);
    assert.equal(sessionView(session).completed, expected, `${completion} after ${actions.length} steps`);
  }
});
