import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeStorage } from "./browser";
import { allRight, benches, giveRight, outcome, readAll, visit, visitWith, written } from "./learner";

/** What an LMS, a browser or a second window does that must cost nothing. */
for (const bench of benches) {
  const { name } = bench;
  const isOld = name === "SCORM 1.2";

  test(`${name}: a window that did nothing writes over nothing when it goes [items 36, 47, 48]`, () => {
    const api = bench.make();
    const idle = visitWith(bench, api);
    idle.browser.pass(5000);
    const before = api.callsOf("SetValue").length;
    idle.browser.hide();
    idle.browser.pass(5000);
    idle.browser.leave(false);
    const after = api.callsOf("SetValue").slice(before).map(({ args }) => args[0]);
    assert.deepEqual(new Set(after), new Set([isOld ? "cmi.core.session_time" : "cmi.session_time"]));
  });

  test(`${name}: an LMS that tells no status is not told a lower one, and hears of the pass again [item 36]`, () => {
    const first = bench.make();
    visitWith(bench, first).do(...readAll, ...allRight, { type: "exit" });
    const api = first.nextSession();
    for (const element of ["cmi.core.lesson_status", "cmi.completion_status", "cmi.success_status"]) {
      api.faults.push({ method: "GetValue", element, how: "empty", code: "0" });
    }
    const learner = visitWith(bench, api);
    learner.browser.pass(1000);
    assert.ok(!written(api, bench.status).includes("incomplete"));
    assert.equal(outcome(bench, api), isOld ? "passed" : "completed passed");
  });

  for (const [how, code] of [["empty", "101"], ["undefined", "101"], ["throw", "101"]] as const) {
    test(`${name}: a state that an LMS cannot give now (${how}) is waited for [items 43, 55]`, () => {
      const first = bench.make();
      visitWith(bench, first).do(giveRight("meer-goed"), { type: "exit" });
      const api = first.nextSession();
      api.faults.push({ method: "GetValue", element: "cmi.suspend_data", how, code, times: 2 });
      const learner = visitWith(bench, api);
      learner.browser.pass(1000);
      assert.deepEqual([...learner.view().answers.keys()], ["meer-goed"]);
    });
  }

  test(`${name}: rubbish in place of the state is not written back over it [item 55]`, () => {
    const first = bench.make();
    visitWith(bench, first).do(giveRight("meer-goed"), { type: "exit" });
    const api = first.nextSession();
    api.faults.push({ method: "GetValue", element: "cmi.suspend_data", how: "rubbish" });
    const learner = visitWith(bench, api);
    learner.do({ type: "visit", page: "les-twee" }, { type: "exit" });
    assert.deepEqual(written(api, "cmi.suspend_data"), []);
    assert.equal(api.report("cmi.suspend_data"), first.report("cmi.suspend_data"));
  });

  test(`${name}: a mode that cannot be read opens nothing for writing [item 51]`, () => {
    const api = bench.make({ mode: "review" });
    api.faults.push({ method: "GetValue", element: isOld ? "cmi.core.lesson_mode" : "cmi.mode", how: "throw", times: 1 });
    const learner = visitWith(bench, api);
    learner.browser.pass(1000);
    assert.equal(learner.view().phase, "reviewing");
    assert.deepEqual(api.callsOf("SetValue"), []);
  });

  test(`${name}: an LMS that is away for longer than the search is found when it is back [item 27]`, () => {
    const window: Record<string, unknown> = {};
    const learner = visit({ lms: bench.transport(window), storage: new FakeStorage() });
    learner.browser.pass(6000);
    learner.do(giveRight("een-goed"));
    const api = bench.make();
    window[bench.apiName] = api;
    learner.browser.pass(16_000);
    assert.equal(learner.view().saving, "kept");
    assert.match(api.report("cmi.suspend_data"), /Q0\.102;D$/);
  });

  test(`${name}: leaving asks for the LMS once more [item 27]`, () => {
    const window: Record<string, unknown> = {};
    const learner = visit({ lms: bench.transport(window), storage: new FakeStorage() });
    learner.browser.pass(6000);
    learner.do(giveRight("een-goed"));
    const api = bench.make();
    window[bench.apiName] = api;
    learner.do({ type: "exit" });
    assert.deepEqual([learner.view().phase, learner.view().saving], ["ended", "kept"]);
    assert.match(api.report("cmi.suspend_data"), /Q0\.102;D$/);
  });

  test(`${name}: a clock that was set back makes nobody wait [item 46]`, () => {
    const api = bench.make();
    const learner = visitWith(bench, api);
    learner.browser.pass(5000);
    learner.browser.setBack(3_600_000);
    learner.do(giveRight("een-goed"));
    learner.browser.pass(1000);
    assert.match(api.report("cmi.suspend_data"), /Q0\.102;D$/);
  });

  test(`${name}: an early word of an ended session is forgotten once a commit works [item 49]`, () => {
    const api = bench.make();
    const location = isOld ? "cmi.core.lesson_location" : "cmi.location";
    api.faults.push({ method: "SetValue", element: location, how: "false", code: isOld ? "301" : "132", times: 1 });
    const learner = visitWith(bench, api);
    learner.do({ type: "visit", page: "les-een" });
    learner.browser.pass(1000);
    api.faults.push({ method: "Commit", how: "false", code: "101", times: 1 });
    learner.do(giveRight("een-goed"));
    learner.browser.pass(3000);
    assert.deepEqual([learner.view().phase, learner.view().saving], ["running", "kept"]);
  });

  test(`${name}: an LMS that has no score is no reason to warn [item 42]`, () => {
    const api = bench.make({ without: ["cmi.core.score", "cmi.score"] });
    const learner = visitWith(bench, api);
    learner.do(...readAll, ...allRight);
    learner.browser.pass(1000);
    assert.equal(learner.view().saving, "kept");
    assert.equal(outcome(bench, api), isOld ? "passed" : "completed passed");
  });
}
