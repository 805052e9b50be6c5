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
import { course, questionIds } from "./course";
import { allRight, allWrongTwice, giveRight, readAll } from "./learner";

function after(actions: readonly Action[], payload: Payload = course(), from?: Session): Session {
  return actions.reduce(
    (session, action) => apply(session, action).session,
    from ?? startSession(payload, nothingKept),
  );
}

/** The session that a next visit begins with. */
function again(session: Session, payload: Payload = session.payload, told = {}): Session {
  return startSession(payload, { ...nothingKept, state: stateText(session), ...told });
}

test("after failing, a later update can still make it passed, never the other way round [items 36, 54]", () => {
  const failed = after(allWrongTwice, course({ quizAttempts: 1 }));
  const kind = course({ quizAttempts: 1, masteryScore: 0.5 });
  const wrongKey = { ...kind, questions: { ...kind.questions } };
  for (const id of questionIds) {
    const old = wrongKey.questions[id];
    if (old)
      wrongKey.questions[id] = { ...old, options: old.options.map((one) => ({ ...one, correct: !one.correct })) };
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
  assert.equal(again(nearly).hasGained, false);
});

test("an unreadable state is given back untouched until there is progress [item 55]", () => {
  const foreign = "9;some;thing;else";
  const session = startSession(course(), { ...nothingKept, state: foreign, location: "les-twee" });
  assert.equal(sessionView(session).bookmark, "les-twee", "the place is known all the same");
  assert.equal(stateText(session), foreign);
  const visited = after([{ type: "visit", page: "les-een" }], course(), session);
  assert.equal(stateText(visited), foreign, "looking around is no progress");
  for (const action of [{ type: "finish-page", page: "les-een" }, giveRight("een-goed")] as Action[]) {
    assert.match(stateText(after([action], course(), visited)), /^1;abc123;/);
  }
});
