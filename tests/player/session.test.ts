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
import type { Action, AnswerRecord } from "../../builder/player/src/store";
import { choiceOf, course, readingCourse } from "./course";
import { allRight, allWrongTwice, draft, give, giveRight, giveWrong, readAll } from "./learner";

function after(actions: readonly Action[], payload: Payload = course(), from?: Session): Session {
  return actions.reduce(
    (session, action) => apply(session, action).session,
    from ?? startSession(payload, nothingKept),
  );
}

function record(session: Session, question: string): AnswerRecord {
  const found = sessionView(session).answers.get(question);
  assert.ok(found, `${question} is not answered`);
  return found;
}

/** The session that a next visit begins with. */
function again(session: Session, payload: Payload = session.payload, told = {}): Session {
  return startSession(payload, { ...nothingKept, state: stateText(session) ?? "", ...told });
}

test("a lesson is done at its end, a quiz when every question was answered once", () => {
  let session = after([{ type: "visit", page: "les-een" }]);
  assert.deepEqual([...sessionView(session).done], []);
  session = after([{ type: "finish-page", page: "les-een" }], course(), session);
  assert.deepEqual([...sessionView(session).done], ["les-een"]);
  session = after([{ type: "finish-page", page: "toets-een" }], course(), session);
  assert.deepEqual([...sessionView(session).done], ["les-een"], "a quiz is not done by looking at it");
  session = after([giveWrong("een-goed"), giveWrong("meer-goed")], course(), session);
  assert.ok(!sessionView(session).done.has("toets-een"));
  session = after([giveWrong("klopt-het")], course(), session);
  assert.ok(sessionView(session).done.has("toets-een"));
  assert.equal(sessionView(session).progress, 0.5);
});

test("completed when all pages are done [item 35]", () => {
  const reading = after(readAll, readingCourse());
  assert.equal(sessionView(reading).completed, true);
  assert.equal(sessionView(reading).success, "unknown");
  assert.equal(sessionView(reading).score, null);
  assert.equal(sessionView(after(allRight)).completed, false);
  assert.equal(sessionView(after([...allRight, ...readAll])).completed, true);
});

test("an empty answer costs no try, and no answer is reported", () => {
  const session = after([]);
  const step = apply(session, give("een-goed", []));
  assert.equal(step.session, session);
  assert.equal(step.judged, null);
});

test("a question has its tries: right at once ends it, wrong uses one", () => {
  assert.equal(record(after([giveRight("een-goed")]), "een-goed").final, true);
  const once = record(after([giveWrong("een-goed")]), "een-goed");
  assert.deepEqual([once.tries, once.final, once.earned], [1, false, 0]);
  const twice = record(after([giveWrong("een-goed"), giveWrong("een-goed")]), "een-goed");
  assert.deepEqual([twice.tries, twice.final], [2, true]);
  const end = after([giveWrong("een-goed"), giveWrong("een-goed")]);
  assert.equal(apply(end, giveRight("een-goed")).session, end, "nothing after the last try");
  assert.equal(record(after([giveWrong("een-goed")], course({ questionAttempts: 1 })), "een-goed").final, true);
});

test("the best answer is kept, of equal ones the latest; the latest try is there for the feedback", () => {
  const partial = record(after([give("meer-goed", ["a"]), give("meer-goed", ["b"])]), "meer-goed");
  assert.deepEqual([partial.answer, partial.earned, partial.possible], [["a"], 1, 2]);
  assert.deepEqual(partial.latest, { answer: ["b"], earned: 0 });
  const equal = record(after([give("meer-goed", ["a"]), give("meer-goed", ["c"])]), "meer-goed");
  assert.deepEqual(equal.answer, ["c"]);
  const resumed = record(again(after([give("meer-goed", ["a"]), give("meer-goed", ["b"])])), "meer-goed");
  assert.deepEqual([resumed.answer, resumed.latest.answer, resumed.tries], [["a"], ["a"], 2]);
});

test("asking for the answer ends the question with what was earned, and only after a try of one's own", () => {
  const session = after([]);
  assert.equal(apply(session, { type: "reveal", question: "meer-goed" }).session, session);
  const shown = record(after([give("meer-goed", ["a"]), { type: "reveal", question: "meer-goed" }]), "meer-goed");
  assert.deepEqual([shown.final, shown.revealed, shown.earned, shown.tries], [true, true, 1, 1]);
});

test("a quiz is finished when every question has had its last word", () => {
  const view = (actions: Action[]) => sessionView(after(actions)).quizzes.get("toets-een");
  const half = view([giveRight("een-goed"), giveRight("meer-goed"), giveWrong("klopt-het")]);
  assert.deepEqual([half?.answered, half?.total, half?.finished, half?.mayRetake], [3, 3, false, false]);
  const done = view([giveRight("een-goed"), giveRight("meer-goed"), giveWrong("klopt-het"), giveWrong("klopt-het")]);
  assert.deepEqual([done?.finished, done?.best, done?.possible, done?.mayRetake], [true, 3, 4, true]);
  const full = view(allRight);
  assert.deepEqual(
    [full?.finished, full?.best, full?.mayRetake],
    [true, 4, false],
    "nothing to win by taking it again",
  );
});

test("a retake clears the answers, counts the attempt and keeps the best [items 35, 36]", () => {
  const first = after([giveRight("een-goed"), giveRight("meer-goed"), giveWrong("klopt-het"), giveWrong("klopt-het")]);
  const second = after([{ type: "retake", quiz: "toets-een" }], course(), first);
  const quiz = sessionView(second).quizzes.get("toets-een");
  assert.deepEqual([quiz?.attempt, quiz?.answered, quiz?.best, quiz?.finished], [2, 0, 3, false]);
  assert.ok(sessionView(second).done.has("toets-een"), "done stays done");
  assert.equal(sessionView(second).score, sessionView(first).score);
  const worse = after(
    ["een-goed", "meer-goed", "klopt-het"].flatMap((id) => [giveWrong(id), giveWrong(id)]),
    course(),
    second,
  );
  const last = sessionView(worse).quizzes.get("toets-een");
  assert.deepEqual([last?.best, last?.mayRetake], [3, false], "no third attempt of two");
  assert.equal(apply(worse, { type: "retake", quiz: "toets-een" }).session, worse);
  assert.equal(sessionView(again(worse)).quizzes.get("toets-een")?.best, 3);
});

test("a retake is refused while questions are open", () => {
  const open = after([giveRight("een-goed")]);
  assert.equal(apply(open, { type: "retake", quiz: "toets-een" }).session, open);
  assert.equal(apply(open, { type: "retake", quiz: "les-een" }).session, open);
});

test("passed as soon as all quizzes are answered and the score is enough [item 35]", () => {
  assert.equal(sessionView(after(allRight.slice(0, 3))).success, "unknown", "one quiz is still open");
  const passed = sessionView(after(allRight));
  assert.deepEqual([passed.success, passed.score, passed.completed], ["passed", 1, false]);
  const just = after([
    giveRight("een-goed"),
    giveRight("meer-goed"),
    giveWrong("klopt-het"),
    giveRight("tweede-ronde"),
  ]);
  assert.deepEqual([sessionView(just).score, sessionView(just).success], [0.8, "passed"], "exactly the mark");
});

test("failed only when no attempt is left [item 35]", () => {
  const first = after([...readAll, ...allWrongTwice]);
  assert.equal(sessionView(first).success, "unknown");
  const quizzes = ["toets-een", "toets-twee"];
  const second = after(
    [...quizzes.map<Action>((quiz) => ({ type: "retake", quiz })), ...allWrongTwice],
    course(),
    first,
  );
  assert.deepEqual([sessionView(second).success, sessionView(second).score], ["failed", 0]);
  const unlimited = after([...readAll, ...allWrongTwice], course({ quizAttempts: null }));
  assert.equal(sessionView(unlimited).success, "unknown");
  const single = after(allWrongTwice, course({ quizAttempts: 1 }));
  assert.equal(sessionView(single).success, "failed");
});

test("a course without a pass mark is never passed or failed [item 35]", () => {
  const payload = course({ masteryScore: null, quizAttempts: 1 });
  assert.equal(sessionView(after([...readAll, ...allRight], payload)).success, "unknown");
  assert.equal(sessionView(after([...readAll, ...allWrongTwice], payload)).success, "unknown");
  assert.equal(sessionView(after(allRight, payload)).score, 1);
});

test("the pass mark of the LMS goes before the one of the package [item 50]", () => {
  const told = (masteryScore: number | null) => startSession(course(), { ...nothingKept, masteryScore });
  const half = [giveRight("een-goed"), giveRight("tweede-ronde"), giveRight("klopt-het"), giveWrong("meer-goed")];
  assert.equal(sessionView(after(half, course(), told(0.6))).success, "passed");
  assert.equal(sessionView(after(half, course(), told(null))).success, "unknown");
  assert.equal(sessionView(told(0.6)).masteryScore, 0.6);
  assert.equal(sessionView(told(null)).masteryScore, 0.8);
});

test("what was reached stays, also when the LMS alone remembers [item 36]", () => {
  const told = startSession(course(), { ...nothingKept, completed: true, passed: true, score: 0.9 });
  const view = sessionView(after(allWrongTwice, course(), told));
  assert.deepEqual([view.completed, view.success, view.score], [true, "passed", 0.9]);
  const passed = after([...readAll, ...allRight]);
  const harder = sessionView(again(passed, course(), { masteryScore: 1 }));
  assert.deepEqual([harder.completed, harder.success, harder.score], [true, "passed", 1]);
});

test("in review and browse mode everything shows and nothing changes [item 51]", () => {
  const before = after([{ type: "visit", page: "les-twee" }, giveWrong("een-goed")]);
  for (const mode of ["review", "browse"] as const) {
    const session = again(before, course(), { mode });
    const actions: Action[] = [
      ...readAll,
      ...allRight,
      { type: "retake", quiz: "toets-een" },
      { type: "reveal", question: "een-goed" },
    ];
    for (const action of actions) assert.equal(apply(session, action).session, session);
    assert.deepEqual(record(session, "een-goed").answer, ["a"]);
    assert.equal(stateText(session), stateText(before));
  }
});

test("after completion everything stays open [item 36]", () => {
  const done = again(after([...readAll, ...allRight.slice(0, 3), giveWrong("tweede-ronde")]));
  assert.deepEqual([sessionView(done).completed, sessionView(done).success], [true, "passed"]);
  const better = after([giveRight("tweede-ronde")], course(), done);
  assert.equal(sessionView(better).score, 1);
});

test("the place comes from the state, else from the LMS when it is a page [item 44]", () => {
  const place = (location: string) => sessionView(startSession(course(), { ...nothingKept, location })).bookmark;
  assert.deepEqual([place("les-twee"), place("weg"), place("")], ["les-twee", null, null]);
  const kept = again(after([{ type: "visit", page: "les-een" }]), course(), { location: "les-twee" });
  assert.equal(sessionView(kept).bookmark, "les-een");
});

test("every judged answer is reported once, with its number over all sessions [item 41]", () => {
  let session = after([]);
  const numbers: number[] = [];
  const send = (action: Action) => {
    const step = apply(session, action);
    session = step.session;
    if (step.judged) numbers.push(step.judged.index);
  };
  [giveWrong("een-goed"), giveRight("een-goed"), giveRight("een-goed"), giveRight("meer-goed")].forEach(send);
  session = again(session);
  send(giveRight("klopt-het"));
  assert.deepEqual(numbers, [0, 1, 2, 3]);
});

test("part of the points is kept in whole hundredths, so that it is the same after a resume", () => {
  const payload = course();
  const asked = choiceOf(payload, "meer-goed");
  const changed = {
    ...asked,
    points: 1,
    options: asked.options.map((one) => ({ ...one, correct: one.key !== "d" })),
  };
  payload.questions["meer-goed"] = changed;
  const session = after([give("meer-goed", ["a"]), give("meer-goed", ["b"])], payload);
  assert.equal(record(session, "meer-goed").earned, 0.33);
  assert.equal(sessionView(again(session)).score, sessionView(session).score);
});

test("actions on things that do not exist change nothing", () => {
  const session = after([]);
  const actions: Action[] = [
    { type: "visit", page: "weg" },
    { type: "finish-page", page: "weg" },
    give("weg", ["a"]),
    { type: "reveal", question: "weg" },
    { type: "retake", quiz: "weg" },
    { type: "retry" },
    { type: "exit" },
  ];
  for (const action of actions) assert.equal(apply(session, action).session, session, action.type);
});

test("what is not checked yet is no answer, and is there again at the next visit", () => {
  const session = after([give("een-goed", ["a"]), draft("een-goed", ["c"]), draft("meer-goed", ["a", "b"])]);
  const view = sessionView(session);
  assert.deepEqual([...view.drafts], [["een-goed", ["c"]], ["meer-goed", ["a", "b"]]]);
  assert.equal(view.answers.has("meer-goed"), false);
  assert.equal(view.score, 0);
  assert.deepEqual([...sessionView(again(session)).drafts], [["meer-goed", ["a", "b"]]], "the one worked on last");
});

test("a draft ends with its answer, with seeing the right one, with nothing chosen, and with a new attempt", () => {
  const started = after([give("een-goed", ["a"]), draft("een-goed", ["c"])]);
  const endings: Action[][] = [
    [give("een-goed", ["b"])],
    [{ type: "reveal", question: "een-goed" }],
    [draft("een-goed", [])],
  ];
  for (const actions of endings) {
    const session = after(actions, course(), started);
    assert.deepEqual([...sessionView(session).drafts, session.state.draft], [null]);
  }
  const wrongTwice = [...allWrongTwice, draft("een-goed", ["c"])];
  assert.deepEqual([...sessionView(after(wrongTwice)).drafts], [], "nothing is left to try");
  const retaken = after([...allWrongTwice, { type: "retake", quiz: "toets-een" }, draft("een-goed", ["c"])]);
  assert.deepEqual([...sessionView(retaken).drafts.keys()], ["een-goed"]);
});

test("a draft never replaces a state that cannot be read, and looking on keeps none", () => {
  const foreign = startSession(course(), { ...nothingKept, state: "9;some;thing;else" });
  assert.equal(stateText(after([draft("een-goed", ["c"])], course(), foreign)), null);
  const looking = startSession(course(), { ...nothingKept, mode: "review" });
  assert.equal(after([draft("een-goed", ["c"])], course(), looking), looking);
  const fresh = after([]);
  assert.equal(after([draft("weg", ["c"]), draft("een-goed", [])], course(), fresh), fresh);
});

test("a question without points has to be answered, is final at once, and changes no score", () => {
  const payload = course({ masteryScore: null });
  payload.questions["klopt-het"] = { ...choiceOf(payload, "klopt-het"), points: 0 };
  const open = after([giveRight("een-goed"), giveRight("meer-goed")], payload);
  assert.equal(sessionView(open).done.has("toets-een"), false);
  const session = after([giveWrong("klopt-het")], payload, open);
  assert.deepEqual([record(session, "klopt-het").final, record(session, "klopt-het").possible], [true, 0]);
  assert.equal(sessionView(session).done.has("toets-een"), true);
  assert.deepEqual([sessionView(session).score, sessionView(open).score], [0.75, 0.75]);
});
