/** What happens to a learner's state when the course was changed in the meantime. */

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Payload } from "../../builder/player/src/payload";
import {
  apply,
  nothingKept,
  sessionView,
  startSession,
  stateText,
  type Session,
} from "../../builder/player/src/session";
import type { Action } from "../../builder/player/src/store";
import { choiceOf, course, plainQuiz, question, questionIds } from "./course";
import { allRight, allWrongTwice, giveRight, giveWrong, readAll } from "./learner";

function after(actions: readonly Action[], payload: Payload = course(), from?: Session): Session {
  return actions.reduce(
    (session, action) => apply(session, action).session,
    from ?? startSession(payload, nothingKept),
  );
}

/** The session that a next visit begins with. */
function again(session: Session, payload: Payload = session.payload, told = {}): Session {
  return startSession(payload, { ...nothingKept, state: stateText(session) ?? "", ...told });
}

test("after failing, a later update can still make it passed, never the other way round [items 36, 54]", () => {
  const failed = after(allWrongTwice, course({ quizAttempts: 1 }));
  const kind = course({ quizAttempts: 1, masteryScore: 0.5 });
  const wrongKey = { ...kind, questions: { ...kind.questions } };
  for (const id of questionIds) {
    const old = choiceOf(wrongKey, id);
    const turned = { ...old, options: old.options.map((one) => ({ ...one, correct: !one.correct })) };
    wrongKey.questions[id] = turned;
  }
  assert.equal(sessionView(again(failed, wrongKey)).success, "passed", "a corrected key counts");
  const passed = after(allRight, kind);
  assert.equal(sessionView(again(passed, wrongKey)).success, "passed");
  assert.equal(sessionView(again(passed, wrongKey)).score, 1);
});

test("an update with a page more does not take back completion, and shows it as open [item 54]", () => {
  const small = course();
  const done = after([...readAll, ...allRight], small);
  const larger: Payload = {
    ...small,
    build: "new123",
    pages: [...small.pages, { id: "les-drie", slot: 9, kind: "lesson", title: "", minutes: 1, module: "module-een" }],
  };
  const view = sessionView(again(done, larger));
  assert.deepEqual([view.completed, view.progress, view.success], [true, 0.8, "passed"]);
});

test("an update without the last open page completes the course, and says that it gained [item 54]", () => {
  const full = course();
  const nearly = after([...readAll.slice(0, 2), ...allRight], full);
  assert.equal(sessionView(nearly).completed, false);
  const smaller = { ...full, pages: full.pages.filter((page) => page.id !== "les-twee") };
  const session = again(nearly, smaller);
  assert.deepEqual([sessionView(session).completed, session.hasGained], [true, true]);
  assert.equal(again(nearly, full, { passed: true }).hasGained, false);
  assert.equal(again(nearly).hasGained, true, "an LMS that forgot the pass is told again");
});

test("an unreadable state is left untouched until there is progress [item 55]", () => {
  const foreign = "9;some;thing;else";
  const session = startSession(course(), { ...nothingKept, state: foreign, location: "les-twee" });
  assert.equal(sessionView(session).bookmark, "les-twee", "the place is known all the same");
  assert.equal(stateText(session), null);
  const visited = after([{ type: "visit", page: "les-een" }], course(), session);
  assert.equal(stateText(visited), null, "looking around is no progress");
  for (const action of [{ type: "finish-page", page: "les-een" }, giveRight("een-goed")] as Action[]) {
    assert.match(stateText(after([action], course(), visited)) ?? "", /^1;abc123;/);
  }
});

/** Five questions of one point with one try each, over quizzes that can be taken twice; passed at 80 %. */
function five(quizzes: Record<string, string[]>, build: string, change: Partial<Payload> = {}): Payload {
  const { options } = choiceOf(course(), "een-goed");
  const questions = ["v1", "v2", "v3", "v4", "v5"].map((id, slot) => question(id, slot, "single-choice", options));
  const pages = ["toets-een", "toets-twee"].flatMap((id, slot) =>
    id in quizzes ? [{ id, slot, kind: "quiz" as const, title: id, minutes: 1, module: "module-een" }] : [],
  );
  const asked = Object.values(quizzes).flat();
  return {
    ...course(),
    build,
    pages,
    quizzes: Object.fromEntries(
      Object.entries(quizzes).map(([id, ids]) => [id, plainQuiz(ids, { questionAttempts: 1, quizAttempts: 2 })]),
    ),
    questions: Object.fromEntries(questions.filter(({ id }) => asked.includes(id)).map((one) => [one.id, one])),
    ...change,
  };
}

const answerFive = (...good: string[]): Action[] =>
  ["v1", "v2", "v3", "v4", "v5"].map((id) => ({
    type: "answer",
    question: id,
    answer: [good.includes(id) ? "b" : "a"],
  }));

test("a question that moves to another quiz takes its points along, and leaves none behind [item 54]", () => {
  const before = five({ "toets-een": ["v1", "v2", "v3"], "toets-twee": ["v4", "v5"] }, "old111");
  const first = after(answerFive("v1", "v2"), before);
  assert.equal(sessionView(first).score, 0.4);
  const moved = five({ "toets-een": ["v2", "v3"], "toets-twee": ["v1", "v4", "v5"] }, "new222");
  const view = sessionView(again(first, moved));
  assert.deepEqual([view.score, view.success], [0.4, "unknown"]);
  assert.deepEqual(
    [...view.quizzes.values()].map(({ best, mayRetake }) => [best, mayRetake]),
    [
      [1, true],
      [1, true],
    ],
  );
});

test("points of a question that was taken out do not count for what is left [item 54]", () => {
  const first = after(answerFive("v1", "v2"), five({ "toets-een": ["v1", "v2", "v3", "v4", "v5"] }, "old111"));
  const smaller = five({ "toets-een": ["v2", "v3", "v4"] }, "new222");
  const session = again(first, smaller);
  const quiz = sessionView(session).quizzes.get("toets-een");
  assert.deepEqual([quiz?.best, quiz?.possible, quiz?.mayRetake], [1, 3, true]);
  assert.equal(sessionView(session).score, 0.4, "what was reported does not drop");
  const onlyLeft = five({ "toets-een": ["v3"] }, "new333");
  const left = sessionView(again(first, onlyLeft)).quizzes.get("toets-een");
  assert.deepEqual([left?.best, left?.mayRetake], [0, true], "there is something to win by taking it again");
  assert.equal(sessionView(again(session)).quizzes.get("toets-een")?.best, 1, "the same at the visit after");
});

test("a score of an earlier course never makes passed, nor is it told once failed [items 36, 54]", () => {
  const quizzes = { "toets-een": ["v1", "v2", "v3", "v4"], "toets-twee": ["v5"] };
  const open = after(answerFive("v1", "v2", "v3", "v4").slice(0, 4), five(quizzes, "old111"));
  assert.deepEqual([sessionView(open).score, sessionView(open).success], [0.8, "unknown"]);
  const single = { questionAttempts: 1, quizAttempts: 1 };
  const other = five({ "toets-een": ["v3", "v4"], "toets-twee": ["v5"] }, "new222", {
    quizzes: { "toets-een": plainQuiz(["v3", "v4"], single), "toets-twee": plainQuiz(["v5"], single) },
  });
  const resumed = again(open, other);
  assert.deepEqual([sessionView(resumed).score, sessionView(resumed).success], [0.8, "unknown"]);
  const wrongEnd = sessionView(after([{ type: "answer", question: "v5", answer: ["a"] }], other, resumed));
  const told = [wrongEnd.success, wrongEnd.score];
  assert.deepEqual(told, ["failed", 0.6667], "an LMS would pass a failed learner on 80 %");
  const rightEnd = sessionView(after([{ type: "answer", question: "v5", answer: ["b"] }], other, resumed));
  assert.deepEqual([rightEnd.success, rightEnd.score], ["passed", 1]);
});

test("passed stays passed, and its score stays, whatever an update takes out [items 36, 54]", () => {
  const before = five({ "toets-een": ["v1", "v2", "v3", "v4", "v5"] }, "old111");
  const first = after(answerFive("v1", "v2", "v3", "v4"), before);
  assert.equal(sessionView(first).success, "passed");
  const view = sessionView(again(first, five({ "toets-een": ["v5"] }, "new222")));
  assert.deepEqual([view.success, view.score], ["passed", 0.8]);
});

test("the best of an earlier attempt stands while the course stays as it is [items 36, 54]", () => {
  const first = after([giveRight("een-goed"), giveRight("meer-goed"), giveWrong("klopt-het"), giveWrong("klopt-het")]);
  const second = after([{ type: "retake", quiz: "toets-een" }, giveWrong("een-goed")], course(), first);
  const best = (session: Session) => sessionView(session).quizzes.get("toets-een")?.best;
  assert.equal(best(again(again(second))), 3);
  const updated = again(second, course({ build: "new222" }));
  assert.deepEqual([best(updated), sessionView(updated).quizzes.get("toets-een")?.attempt], [0, 2]);
  assert.equal(sessionView(updated).score, 0.6, "what was reported does not drop");
});

test("a lesson may be called what every object has [item 54]", () => {
  const payload = course();
  payload.pages[0]!.id = "constructor";
  const session = after([{ type: "finish-page", page: "constructor" }], payload);
  assert.ok(sessionView(session).done.has("constructor"));
});
