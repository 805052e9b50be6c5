/** What the LMS has at the end: completion, success and score, per kind of course and of ending. */

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Snapshot } from "../../builder/player/src/lms/transport";
import type { Action } from "../../builder/player/src/store";
import { readingCourse } from "./course";
import {
  allRight,
  allWrongTwice,
  benches,
  giveRight,
  giveWrong,
  outcome,
  readAll,
  visitWith,
  written,
} from "./learner";

const retakeAll: Action[] = ["toets-een", "toets-twee"].map((quiz) => ({ type: "retake", quiz }));

/** Less than anyone reached before. */
const snapshot: Snapshot = {
  location: "",
  state: "x",
  progress: 0.5,
  completed: false,
  success: "failed",
  score: 0.1,
  graded: true,
  sessionMs: 0,
};

for (const bench of benches) {
  const { name } = bench;
  const isOld = name === "SCORM 1.2";

  test(`${name}: everything right is passed, with a score of 100 [items 31, 35]`, () => {
    const api = bench.make({ mastery: isOld ? "80" : "0.8" });
    const learner = visitWith(bench, api);
    learner.do(...readAll, ...allRight, { type: "exit" });
    assert.equal(outcome(bench, api), isOld ? "passed" : "completed passed");
    assert.equal(api.report(bench.raw), "100");
    assert.equal(api.report("cmi.score.scaled"), isOld ? "" : "1");
    assert.equal(api.report("cmi.progress_measure"), isOld ? "" : "1");
    assert.deepEqual(api.refused(), []);
  });

  test(`${name}: failed when no attempt is left, and not a moment earlier [item 35]`, () => {
    const api = bench.make();
    const learner = visitWith(bench, api);
    learner.do(...readAll, ...allWrongTwice);
    learner.browser.pass(1000);
    assert.equal(outcome(bench, api), isOld ? "incomplete" : "incomplete unknown");
    assert.deepEqual(written(api, bench.raw), [], "a verdict of the LMS would come too early");
    learner.do(...retakeAll, ...allWrongTwice, { type: "exit" });
    assert.equal(outcome(bench, api), isOld ? "failed" : "completed failed");
    assert.equal(api.report(bench.raw), "0");
    assert.deepEqual(api.refused(), []);
  });

  test(`${name}: a course to read is completed, without score or verdict [item 35]`, () => {
    const api = bench.make();
    const learner = visitWith(bench, api, { payload: readingCourse() });
    learner.do(...readAll.slice(0, 2));
    learner.browser.pass(1000);
    assert.equal(outcome(bench, api), isOld ? "incomplete" : "incomplete unknown");
    learner.do(...readAll, { type: "exit" });
    assert.equal(outcome(bench, api), isOld ? "completed" : "completed unknown");
    assert.deepEqual(written(api, bench.raw), []);
    if (bench.success) assert.deepEqual(written(api, bench.success), []);
  });

  test(`${name}: no credit: state and completion are kept, no score and no verdict [item 35]`, () => {
    const api = bench.make({ credit: "no-credit" });
    const learner = visitWith(bench, api);
    learner.do(...readAll, ...allRight, { type: "exit" });
    assert.equal(outcome(bench, api), isOld ? "completed" : "completed unknown");
    assert.deepEqual(written(api, bench.raw), []);
    assert.match(api.report("cmi.suspend_data"), /^1;abc123;/);
  });

  test(`${name}: half-way and back: everything as it was, then on to the end [items 36, 41, 44]`, () => {
    const api = bench.make({ mastery: isOld ? "80" : "0.8" });
    const first = visitWith(bench, api);
    first.do(...readAll.slice(0, 2), giveRight("een-goed"), giveWrong("meer-goed"), {
      type: "visit",
      page: "toets-een",
    });
    first.browser.pass(1000);
    const view = first.view();
    first.do({ type: "exit" });
    assert.equal(api.report(bench.status), "incomplete");

    for (const entry of ["resume", "ab-initio", ""]) {
      const next = api.nextSession({ entry });
      const second = visitWith(bench, next);
      assert.equal(second.view().bookmark, "toets-een");
      assert.deepEqual([...second.view().done], [...view.done]);
      assert.deepEqual([...second.view().answers.keys()], [...view.answers.keys()]);
      second.do(...readAll, giveRight("meer-goed"), giveRight("klopt-het"), giveRight("tweede-ronde"), {
        type: "exit",
      });
      assert.equal(outcome(bench, next), isOld ? "passed" : "completed passed", entry);
      const ids = ["q_een_goed", "q_meer_goed", ...(isOld ? ["q_meer_goed"] : []), "q_klopt_het", "q_tweede_ronde"];
      assert.deepEqual(
        ids.map((_, index) => next.kept[`cmi.interactions.${index}.id`]),
        ids,
      );
      assert.equal(next.kept[`cmi.interactions.${ids.length}.id`], undefined);
      assert.deepEqual(next.refused(), []);
    }
  });

  test(`${name}: opening a finished course again takes nothing back [item 36]`, () => {
    for (const end of ["passed", "failed"] as const) {
      const api = bench.make();
      const learner = visitWith(bench, api);
      learner.do(...readAll, ...(end === "passed" ? allRight : [...allWrongTwice, ...retakeAll, ...allWrongTwice]), {
        type: "exit",
      });
      const before = [outcome(bench, api), api.report(bench.raw)];
      const next = api.nextSession();
      const again = visitWith(bench, next);
      again.do({ type: "visit", page: "les-een" }, giveWrong("een-goed"));
      again.browser.pass(1000);
      again.do({ type: "exit" });
      assert.deepEqual([outcome(bench, next), next.report(bench.raw)], before);
      assert.ok(!written(next, bench.status).includes("incomplete"));
      assert.deepEqual(next.refused(), []);
    }
  });

  test(`${name}: what only the LMS remembers is not lowered, although the state was lost [item 36]`, () => {
    const stored: Record<string, string> = isOld
      ? { "cmi.core.lesson_status": "passed", "cmi.core.score.raw": "90" }
      : {
          "cmi.completion_status": "completed",
          "cmi.success_status": "passed",
          "cmi.score.raw": "90",
          "cmi.score.scaled": "0.9",
          "cmi.exit": "suspend",
        };
    const api = bench.make({ stored });
    const learner = visitWith(bench, api);
    learner.do(...allWrongTwice, ...retakeAll, ...allWrongTwice, { type: "exit" });
    assert.equal(outcome(bench, api), isOld ? "passed" : "completed passed");
    assert.equal(api.report(bench.raw), "90");
  });

  test(`${name}: review and browse: nothing is written, the own answers show, the end is told [items 28, 51]`, () => {
    const api = bench.make();
    const before = visitWith(bench, api);
    before.do(giveWrong("een-goed"), { type: "visit", page: "les-twee" });
    before.browser.pass(1000);
    before.do({ type: "exit" });
    for (const mode of ["review", "browse"] as const) {
      const next = api.nextSession({ mode });
      const learner = visitWith(bench, next);
      assert.equal(learner.view().phase, "reviewing");
      assert.deepEqual(learner.view().answers.get("een-goed")?.answer, ["a"]);
      learner.do(...readAll, ...allRight, { type: "retry" });
      learner.browser.pass(120_000);
      learner.browser.hide();
      learner.browser.leave(true);
      learner.do({ type: "exit" });
      assert.deepEqual(next.callsOf("SetValue"), []);
      assert.deepEqual(next.callsOf("Commit"), []);
      assert.equal(next.callsOf(bench.finish).length, 1);
      assert.equal(learner.view().phase, "ended");
    }
  });

  test(`${name}: the pass mark of the LMS decides [item 50]`, () => {
    const api = bench.make({ mastery: isOld ? "40" : "0.4" });
    const learner = visitWith(bench, api);
    learner.do(
      giveRight("een-goed"),
      giveRight("klopt-het"),
      giveWrong("meer-goed"),
      giveWrong("meer-goed"),
      giveWrong("tweede-ronde"),
    );
    assert.deepEqual([learner.view().masteryScore, learner.view().success], [0.4, "passed"]);
    learner.do({ type: "exit" });
    assert.equal(outcome(bench, api), isOld ? "passed" : "incomplete passed");
  });

  test(`${name}: by itself, too, the transport makes no call after the end [item 28]`, () => {
    const api = bench.make();
    const transport = bench.transport({ [bench.apiName]: api });
    assert.equal(transport.save(snapshot), false, "nor before the start");
    assert.equal(api.calls.length, 0);
    assert.ok(transport.open());
    assert.ok(transport.begin());
    assert.equal(transport.close(), true);
    const calls = api.calls.length;
    assert.equal(transport.save(snapshot), false);
    assert.equal(transport.close(), false);
    assert.equal(api.calls.length, calls);
  });

  test(`${name}: by itself, too, the transport lowers nothing that the LMS has [item 36]`, () => {
    const reachedBefore: Record<string, string>[] = isOld
      ? [{ [bench.status]: "passed" }, { [bench.status]: "completed" }]
      : [{ [bench.status]: "completed", "cmi.success_status": "passed", "cmi.exit": "suspend" }];
    for (const stored of reachedBefore) {
      const api = bench.make({ stored });
      const before = outcome(bench, api);
      const transport = bench.transport({ [bench.apiName]: api });
      assert.ok(transport.open());
      assert.equal(transport.save(snapshot), true);
      assert.equal(outcome(bench, api), before);
    }
  });
}
