/** What the learner is told in each state, and how long somebody was at it. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { savedKey } from "../../builder/player/src/shell/appbar";
import { pickNotice } from "../../builder/player/src/shell/banner";
import { emptyDesk } from "../../builder/player/src/shell/scene";
import type { View } from "../../builder/player/src/store";
import { FakeBrowser, FakeStorage } from "./browser";
import { allRight, benches, giveRight, giveWrong, visit, visitWith, written, type Visit } from "./learner";

const notice = (view: View, isOnline = true, recovered = "") =>
  pickNotice({ view, isOnline, desk: { ...emptyDesk, recovered } });
const told = (learner: Visit, isOnline = true) => notice(learner.view(), isOnline)?.key ?? "";
const bar = (learner: Visit) => savedKey(learner.view());

for (const bench of benches) {
  const { name } = bench;
  const isOld = name === "SCORM 1.2";

  test(`${name}: the bar says kept of nothing that is not, also while it is tried again quietly [item 49]`, () => {
    const api = bench.make();
    const learner = visitWith(bench, api);
    assert.equal(bar(learner), "", "nothing was done");
    learner.do(giveRight("een-goed"));
    assert.equal(bar(learner), "state.busy");
    learner.browser.pass(1000);
    assert.equal(bar(learner), "state.kept");
    api.faults.push({ method: "Commit", how: "false" });
    learner.do(giveRight("meer-goed"));
    for (let ms = 0; ms < 8000; ms += 500) {
      assert.notEqual(bar(learner), "state.kept", `after ${ms} ms`);
      learner.browser.pass(500);
    }
    assert.deepEqual([bar(learner), told(learner)], ["", "state.save_failed"]);
    api.faults = [];
    learner.do({ type: "retry" });
    learner.browser.pass(1000);
    assert.deepEqual([bar(learner), told(learner)], ["state.kept", ""]);
  });

  test(`${name}: while it is searched nothing is called kept; what was done meanwhile is saved at once`, () => {
    const window: Record<string, unknown> = {};
    const learner = visit({ lms: bench.transport(window) });
    learner.do(giveRight("een-goed"));
    assert.deepEqual([bar(learner), told(learner)], ["", ""]);
    const api = bench.make();
    window[bench.apiName] = api;
    learner.browser.pass(250);
    assert.equal(bar(learner), "state.kept");
    assert.match(api.report("cmi.suspend_data"), /Q0\.102;D$/);
  });

  test(`${name}: without a window around ours nobody is waited for [item 27]`, () => {
    const browser = new FakeBrowser({ isAlone: true });
    const window: Record<string, unknown> = {};
    const learner = visit({ lms: bench.transport(window), browser });
    assert.deepEqual([learner.view().phase, learner.view().saving, told(learner)], ["running", "local", "state.no_lms"]);
    learner.do(giveRight("een-goed"));
    window[bench.apiName] = bench.make();
    browser.pass(16_000);
    assert.equal(learner.view().saving, "kept", "an app may put the run-time in our own window, later");
  });

  test(`${name}: each trouble has its own word, one at a time, the gravest first`, () => {
    const review = visitWith(bench, bench.make({ mode: "review" }));
    assert.equal(told(review), "state.review");
    const passed = bench.make();
    visitWith(bench, passed).do(...allRight, { type: "exit" });
    assert.equal(told(visitWith(bench, passed.nextSession({ mode: "review" }))), "state.review_passed");
    const blocked = visit({ lms: bench.transport({}), storage: new FakeStorage("blocked") });
    blocked.browser.pass(5000);
    assert.equal(told(blocked), "state.lost");
    const api = bench.make();
    const learner = visitWith(bench, api);
    assert.equal(told(learner, false), "state.offline");
    api.faults.push({ method: "Commit", how: "throw" });
    learner.do(giveRight("een-goed"));
    learner.browser.pass(10_000);
    assert.deepEqual([told(learner), told(learner, false)], ["state.save_failed", "state.offline"]);
    assert.deepEqual(notice(learner.view())?.isUrgent, true);
    api.faults = [];
    learner.do({ type: "retry" });
    learner.browser.pass(1000);
    assert.equal(notice(learner.view(), true, "state.online")?.key, "state.online");
    assert.equal(notice(learner.view(), true)?.key, undefined);
  });

  test(`${name}: a night with the tab open is five minutes`, () => {
    const api = bench.make();
    const learner = visitWith(bench, api);
    learner.do(giveRight("een-goed"));
    learner.browser.pass(9 * 3_600_000);
    learner.browser.touch();
    learner.browser.pass(60_000);
    learner.browser.hide();
    assert.equal(written(api, bench.sessionTime).at(-1), isOld ? "0000:06:00.00" : "PT6M");
    learner.browser.pass(3_600_000);
    learner.browser.touch();
    learner.browser.pass(1000);
    learner.do(giveRight("meer-goed"));
    learner.browser.leave(false);
    assert.equal(written(api, bench.sessionTime).at(-1), isOld ? "0000:06:01.00" : "PT6M1S");
    const latencies = written(api, `cmi.interactions.1.latency`);
    assert.deepEqual(latencies, [isOld ? "0000:06:01.00" : "PT6M1S"], "and so is the time of an answer");
  });

  test(`${name}: a page loaded again in an ended session goes on where the LMS takes calls [item 28]`, () => {
    const api = bench.make();
    const learner = visitWith(bench, api);
    learner.do(giveRight("een-goed"));
    learner.browser.leave(false);
    // This LMS refuses to begin again, and takes every other call.
    const open = api.nextSession();
    const initialize = bench.initialize as keyof typeof open;
    (open[initialize] as unknown as (argument: string) => string).call(open, "");
    open.faults.push({ method: bench.initialize, how: "false", code: isOld ? "101" : "104" });
    const again = visitWith(bench, open);
    again.do(giveRight("meer-goed"));
    again.browser.pass(1000);
    assert.deepEqual([again.view().saving, [...again.view().answers.keys()]], ["kept", ["een-goed", "meer-goed"]]);
  });

  test(`${name}: a page loaded again in an ended session says so, and keeps answers for the next launch`, () => {
    const api = bench.make();
    const storage = new FakeStorage();
    const learner = visitWith(bench, api, { storage });
    learner.do(giveRight("een-goed"));
    learner.browser.leave(false);
    const again = visitWith(bench, api, { storage });
    again.browser.pass(5000);
    assert.deepEqual([again.view().phase, again.view().saving, told(again)], ["running", "stopped", "state.session_ended"]);
    again.do(giveRight("meer-goed"));
    again.browser.pass(1000);
    assert.deepEqual([again.view().isOnDevice, bar(again)], [true, ""]);
    again.do({ type: "exit" });
    const next = visitWith(bench, api.nextSession(), { storage });
    assert.equal(told(next), "state.leftover");
    next.do({ type: "leftover", choice: "take" });
    next.browser.pass(1000);
    assert.deepEqual([[...next.view().answers.keys()], bar(next)], [["een-goed", "meer-goed"], "state.kept"]);
  });

  test(`${name}: a session that the LMS lost is begun anew once, with all that was done`, () => {
    const api = bench.make();
    const learner = visitWith(bench, api);
    learner.do(giveRight("een-goed"));
    learner.browser.pass(2000);
    api.faults.push({ method: "SetValue", how: "false", code: isOld ? "301" : "133", times: 60 });
    api.faults.push({ method: "Commit", how: "false", code: isOld ? "301" : "143", times: 1 });
    learner.do(giveRight("meer-goed"));
    learner.browser.pass(0);
    api.faults = [];
    learner.browser.pass(5000);
    assert.equal(bar(learner), "state.kept");
    const back = visitWith(bench, api.nextSession());
    assert.deepEqual([...back.view().answers.keys()], ["een-goed", "meer-goed"]);
  });

  test(`${name}: leaving while it is still searched ends at once, and says where the answers are`, () => {
    const storage = new FakeStorage();
    const learner = visit({ lms: bench.transport({}), storage });
    learner.do(giveRight("een-goed"), { type: "exit" });
    assert.deepEqual([learner.view().phase, learner.view().saving], ["ended", "local"]);
    assert.match([...storage.kept.values()].join(), /Q0\.102;D$/);
  });

  test(`${name}: a listener that breaks down does not keep answers from being kept`, () => {
    const { error } = console;
    const problems: unknown[] = [];
    console.error = (problem: unknown) => problems.push(problem);
    try {
      const api = bench.make();
      const learner = visitWith(bench, api);
      learner.tracker.subscribe(() => {
        throw new Error("drawing went wrong");
      });
      learner.do(giveRight("een-goed"));
      learner.browser.pass(1000);
      assert.match(api.report("cmi.suspend_data"), /Q0\.102;D$/);
      assert.ok(problems.length > 0);
    } finally {
      console.error = error;
    }
  });

  test(`${name}: the report repeats nothing of the learner, whatever the LMS says`, () => {
    const api = bench.make({ learnerName: "Noor Jansen", learnerId: "nj-12345" });
    const words = 'Learner Noor JANSEN (nj-12345, noor@school.nl) wrote "mijn geheim" value=1;abc123; Piet said: not accepted';
    const method = (isOld ? "LMSGetDiagnostic" : "GetDiagnostic") as keyof typeof api;
    Object.assign(api, { [method]: () => words });
    const learner = visitWith(bench, api);
    api.faults.push({ method: "SetValue", how: "false", code: "405" }, { method: "GetValue", how: "throw" });
    learner.do(giveRight("een-goed"), giveWrong("meer-goed"));
    learner.browser.pass(20_000);
    const report = learner.tracker.report();
    assert.doesNotMatch(report, /noor|jansen|nj|12345|school|geheim|piet|1;abc|q_een|choice/i);
    assert.match(report, /suspend_data: 405 \S+Z Learner wrote said not accepted/);
    assert.match(report, new RegExp(`^lesbouwer ${name}\nproefcursus 1.0.0 abc123 1\nrunning, failing\n\\S+Z > - > \\S+Z\n`));
    assert.ok(report.length < 4000);
  });
}
