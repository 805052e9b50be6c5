import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeBrowser, FakeStorage } from "./browser";
import { benches, give, giveRight, giveWrong, readAll, visit, visitWith, written } from "./learner";

const commits = (api: { callsOf(ending: string): unknown[] }) => api.callsOf("Commit").length;

for (const bench of benches) {
  const { name } = bench;

  test(`${name}: an LMS that appears after two seconds is found, and what was done meanwhile counts [item 27]`, () => {
    const window: Record<string, unknown> = {};
    const learner = visit({ lms: bench.transport(window) });
    assert.equal(learner.view().phase, "searching");
    learner.do({ type: "visit", page: "les-een" }, { type: "finish-page", page: "les-een" }, giveRight("een-goed"));
    learner.browser.pass(2000);
    assert.equal(learner.view().phase, "searching");
    const api = bench.make();
    window[bench.apiName] = api;
    learner.browser.pass(250);
    assert.deepEqual([learner.view().phase, [...learner.view().done]], ["running", ["les-een"]]);
    learner.browser.pass(1000);
    assert.equal(learner.view().saving, "kept");
    assert.deepEqual(written(api, "cmi.interactions.0.id"), ["q_een_goed"]);
    assert.match(api.report("cmi.suspend_data"), /Q0\.102;D$/);
    assert.deepEqual(api.refused(), []);
  });

  test(`${name}: without an LMS this browser keeps the state, and looks again when asked [item 27]`, () => {
    const window: Record<string, unknown> = {};
    const storage = new FakeStorage();
    const learner = visit({ lms: bench.transport(window), storage });
    learner.browser.pass(4900);
    assert.equal(learner.view().phase, "searching");
    learner.browser.pass(200);
    assert.deepEqual([learner.view().phase, learner.view().saving], ["running", "local"]);
    learner.do(giveRight("een-goed"));
    learner.browser.pass(1000);
    const again = visit({ lms: bench.transport({}), storage });
    again.browser.pass(5000);
    assert.equal(again.view().answers.size, 0, "they may be of someone else");
    again.do({ type: "leftover", choice: "take" });
    assert.deepEqual(again.view().answers.get("een-goed")?.answer, ["b"]);

    learner.do({ type: "retry" });
    assert.equal(learner.view().saving, "local", "still none");
    const api = bench.make();
    window[bench.apiName] = api;
    learner.do({ type: "retry" });
    learner.browser.pass(1000);
    assert.equal(learner.view().saving, "kept");
    assert.match(api.report("cmi.suspend_data"), /Q0\.102;D$/);
  });

  test(`${name}: an LMS found late brings its own state; only what this learner did now is added [item 27]`, () => {
    const api = bench.make();
    const before = visitWith(bench, api);
    before.do(giveRight("meer-goed"));
    before.browser.pass(1000);
    before.do({ type: "exit" });

    const storage = new FakeStorage();
    const stranger = visit({ lms: bench.transport({}), storage });
    stranger.browser.pass(5000);
    stranger.do(giveRight("klopt-het"));
    stranger.browser.pass(1000);

    const window: Record<string, unknown> = {};
    const learner = visit({ lms: bench.transport(window), storage });
    learner.browser.pass(5000);
    learner.do(giveRight("een-goed"));
    window[bench.apiName] = api.nextSession();
    learner.do({ type: "retry" });
    assert.deepEqual([...learner.view().answers.keys()].sort(), ["een-goed", "meer-goed"]);
  });

  test(`${name}: initialised and ended once, with an empty string, and nothing after the end [item 28]`, () => {
    const api = bench.make();
    const learner = visitWith(bench, api);
    learner.do(...readAll, giveRight("een-goed"));
    learner.browser.pass(3000);
    learner.do({ type: "exit" });
    assert.deepEqual([learner.view().phase, learner.view().saving], ["ended", "kept"]);
    learner.do({ type: "exit" }, giveRight("meer-goed"), { type: "retry" }, { type: "visit", page: "les-een" });
    learner.browser.hide();
    learner.browser.leave(false);
    learner.browser.connect();
    learner.browser.pass(120_000);
    assert.deepEqual(
      api.callsOf(bench.initialize).map(({ args }) => args),
      [[""]],
    );
    assert.deepEqual(
      api.callsOf(bench.finish).map(({ args }) => args),
      [[""]],
    );
    assert.ok(api.callsOf("Commit").every(({ args }) => args.length === 1 && args[0] === ""));
    assert.equal(api.calls.at(-1)?.method, bench.finish);
    assert.equal(learner.browser.waiting, 0, "no timer is left");
    assert.deepEqual(api.refused(), []);
  });

  test(`${name}: hidden: the state is committed and the session goes on [item 48]`, () => {
    const api = bench.make();
    const learner = visitWith(bench, api);
    learner.browser.pass(100);
    learner.do(giveRight("een-goed"));
    learner.browser.hide();
    assert.match(api.report("cmi.suspend_data"), /Q0\.102;D$/);
    learner.browser.hide();
    assert.equal(commits(api), 2, "nothing new within the same second");
    learner.browser.touch();
    learner.browser.pass(90_000);
    learner.browser.hide();
    assert.equal(written(api, bench.sessionTime).at(-1), name === "SCORM 1.2" ? "0000:01:30.10" : "PT1M30.1S");
    assert.equal(api.callsOf(bench.finish).length, 0);
    learner.do(giveRight("meer-goed"));
    learner.browser.pass(1000);
    assert.deepEqual([learner.view().phase, learner.view().saving], ["running", "kept"]);
  });

  test(`${name}: a page that may come back keeps its session, one that goes ends it [items 28, 48]`, () => {
    const api = bench.make();
    const learner = visitWith(bench, api);
    learner.browser.pass(1500);
    learner.browser.leave(true);
    assert.deepEqual([commits(api), api.callsOf(bench.finish).length], [2, 0]);
    learner.browser.comeBack();
    assert.equal(learner.browser.reloads, 0);
    learner.do(giveRight("een-goed"));
    learner.browser.leave(false);
    assert.match(api.report("cmi.suspend_data"), /Q0\.102;D$/);
    assert.equal(api.callsOf(bench.finish).length, 1);
    learner.browser.comeBack();
    assert.equal(learner.browser.reloads, 1, "its session is over, so it starts afresh");
  });

  test(`${name}: a frame that is taken away without a word loses nothing older than a second [item 47]`, () => {
    const api = bench.make();
    const learner = visitWith(bench, api);
    learner.browser.pass(2000);
    learner.do(giveRight("een-goed"), { type: "visit", page: "les-twee" });
    learner.browser.pass(1000);
    const back = visitWith(bench, api.nextSession());
    assert.deepEqual([back.view().bookmark, back.view().answers.size], ["les-twee", 1]);
  });

  test(`${name}: an LMS that refuses to start for a while is asked again [item 27]`, () => {
    const api = bench.make();
    api.faults.push({ method: bench.initialize, how: "false", code: "101", times: 3 });
    const learner = visitWith(bench, api);
    learner.browser.pass(1000);
    assert.equal(learner.view().phase, "running");
    assert.equal(api.callsOf(bench.initialize).filter(({ result }) => result === "true").length, 1);
  });

  test(`${name}: an LMS that says the session is over is left alone [item 28]`, () => {
    const api = bench.make();
    const learner = visitWith(bench, api);
    learner.browser.pass(2000);
    api.faults.push({ method: "SetValue", how: "false", code: name === "SCORM 1.2" ? "301" : "133" });
    api.faults.push({ method: "Commit", how: "false", code: name === "SCORM 1.2" ? "301" : "143" });
    learner.do(giveRight("een-goed"));
    learner.browser.pass(0);
    learner.browser.pass(10_000);
    assert.deepEqual([learner.view().phase, learner.view().saving], ["running", "stopped"]);
    assert.equal(learner.view().isOnDevice, true);
    const calls = api.calls.length;
    learner.browser.hide();
    learner.browser.leave(false);
    learner.browser.pass(120_000);
    assert.equal(api.calls.length, calls);
  });

  test(`${name}: the report for the help desk names calls and codes, never the learner`, () => {
    const api = bench.make({ learnerName: "Noor Jansen" });
    const learner = visitWith(bench, api);
    api.faults.push({ method: "SetValue", element: "cmi.suspend_data", how: "false", code: "405" });
    learner.do(giveRight("een-goed"));
    learner.browser.pass(1000);
    const report = learner.tracker.report();
    assert.match(
      report,
      new RegExp(
        `${name}\nproefcursus 1\\.0\\.0 abc123 1\nrunning, saving\n[^\n]+\n.*SetValue cmi\\.suspend_data: 405 \\S+Z SCORM error`,
      ),
    );
    assert.doesNotMatch(report, /Noor|Jansen|1;abc123/);
    assert.equal(learner.view().learnerName, "Noor Jansen");
  });
}

test("a package without an LMS does not wait for one", () => {
  const browser = new FakeBrowser();
  const learner = visit({ lms: null, browser });
  assert.deepEqual([learner.view().phase, learner.view().saving], ["running", "local"]);
  learner.do(giveRight("een-goed"), { type: "exit" });
  assert.deepEqual([learner.view().phase, learner.view().saving], ["ended", "local"]);
  const [key, state] = [...learner.storage.kept][0] ?? [];
  assert.equal(key, "lesbouwer.proefcursus");
  assert.match(state ?? "", /Q0\.102;D$/);
});

test("listeners hear every change once, and can stop listening", () => {
  const learner = visit({ lms: null });
  let heard = 0;
  const stop = learner.tracker.subscribe(() => (heard += 1));
  const before = learner.view();
  learner.do(giveWrong("een-goed"));
  assert.equal(heard, 1);
  assert.notEqual(learner.view(), before);
  assert.equal(learner.view(), learner.view(), "the same view until something changes");
  learner.do(give("een-goed", []), { type: "visit", page: "weg" });
  assert.equal(heard, 1, "nothing happened");
  stop();
  learner.do(giveRight("een-goed"));
  assert.equal(heard, 1);
});

test("a listener that acts while it is told does not lose anything", () => {
  const [bench] = benches;
  assert.ok(bench);
  const api = bench.make();
  const learner = visitWith(bench, api);
  learner.tracker.subscribe(() => learner.tracker.dispatch({ type: "finish-page", page: "les-een" }));
  learner.do({ type: "visit", page: "les-een" });
  learner.browser.pass(1000);
  assert.deepEqual([[...learner.view().done], learner.view().saving], [["les-een"], "kept"]);
});
