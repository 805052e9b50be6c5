/** Two windows of one course in one browser; and what an earlier window left behind on the device. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Desktop, FakeBrowser, FakeStorage } from "./browser";
import { benches, giveRight, giveWrong, visit, visitWith, written, type Bench } from "./learner";

const ASKED = 250;

/** Two launches of one course by one learner: every launch reads what the LMS has then, as Moodle's does. */
function twoWindows(bench: Bench) {
  const desktop = new Desktop();
  const storage = new FakeStorage();
  const open = (api: ReturnType<Bench["make"]>) => {
    const seen = visitWith(bench, api, { browser: new FakeBrowser({ desktop }), storage });
    seen.browser.pass(ASKED);
    return seen;
  };
  const firstApi = bench.make();
  const first = open(firstApi);
  first.do(giveRight("een-goed"));
  first.browser.pass(1000);
  const secondApi = firstApi.nextSession() as ReturnType<Bench["make"]>;
  return { desktop, storage, firstApi, first, secondApi, second: open(secondApi), open };
}

for (const bench of benches) {
  const { name } = bench;

  test(`${name}: a second window looks on and writes nothing`, () => {
    const { first, second, secondApi } = twoWindows(bench);
    assert.deepEqual([first.view().phase, second.view().phase], ["running", "elsewhere"]);
    second.do(giveRight("meer-goed"), { type: "finish-page", page: "les-een" });
    second.browser.hide();
    second.browser.pass(120_000);
    assert.deepEqual([...second.view().answers.keys()], ["een-goed"]);
    second.browser.leave(false);
    assert.deepEqual(secondApi.callsOf("SetValue"), []);
    assert.deepEqual(secondApi.callsOf("Commit"), []);
    assert.equal(secondApi.callsOf(bench.finish).length, 0, "its end could write over what the first one kept");
  });

  test(`${name}: the second window takes over with all that was done, and the first looks on`, () => {
    const { first, second, secondApi } = twoWindows(bench);
    first.browser.pass(2000);
    first.do(giveRight("meer-goed"));
    second.do({ type: "take-over" });
    second.browser.pass(1000);
    assert.deepEqual([first.view().phase, second.view().phase], ["elsewhere", "running"]);
    assert.equal(second.view().saving, "kept");
    const audit = visitWith(bench, secondApi.nextSession());
    assert.deepEqual([...audit.view().answers.keys()], ["een-goed", "meer-goed"]);
    second.do(giveRight("klopt-het"));
    second.browser.pass(1000);
    assert.equal(first.view().answers.size, 3, "the first window sees it");
    first.do({ type: "take-over" });
    assert.deepEqual([first.view().phase, second.view().phase], ["running", "elsewhere"]);
  });

  test(`${name}: a window that was closed without a word keeps nobody waiting`, () => {
    const { first, second } = twoWindows(bench);
    first.browser.kill();
    second.do({ type: "take-over" });
    assert.equal(second.view().phase, "elsewhere");
    second.browser.pass(ASKED);
    assert.equal(second.view().phase, "running");
  });

  test(`${name}: a tab that slept through the hand-over writes nothing, and gives what it still had`, () => {
    const { firstApi, first, second } = twoWindows(bench);
    first.browser.pass(5000);
    first.do(giveRight("klopt-het"));
    first.browser.freeze();
    const before = firstApi.calls.length;
    second.do({ type: "take-over" });
    second.browser.pass(ASKED);
    second.do(giveRight("meer-goed"));
    second.browser.pass(2000);
    first.browser.thaw();
    assert.equal(first.view().phase, "elsewhere");
    assert.equal(firstApi.calls.length, before);
    second.browser.pass(1000);
    assert.deepEqual([...second.view().answers.keys()].sort(), ["een-goed", "klopt-het", "meer-goed"]);
    assert.equal(second.view().saving, "kept");
  });

  test(`${name}: two windows that begin at once: one of them goes on`, () => {
    const desktop = new Desktop();
    const windows = [0, 1].map(() =>
      visitWith(bench, bench.make(), { browser: new FakeBrowser({ desktop }), storage: new FakeStorage() }),
    );
    windows.forEach(({ browser }) => browser.pass(ASKED));
    assert.deepEqual(windows.map((one) => one.view().phase).sort(), ["elsewhere", "running"]);
  });

  test(`${name}: a window that comes back from the browser's memory asks before it goes on`, () => {
    const { first, second } = twoWindows(bench);
    first.browser.leave(true);
    second.do({ type: "take-over" });
    second.browser.pass(ASKED);
    assert.equal(second.view().phase, "running");
    first.browser.comeBack();
    first.browser.pass(ASKED);
    assert.equal(first.view().phase, "elsewhere");
  });

  test(`${name}: leaving a window that looks on says that all is kept and ends nothing`, () => {
    const { second, secondApi } = twoWindows(bench);
    second.do({ type: "exit" });
    assert.deepEqual([second.view().phase, second.view().saving], ["ended", "kept"]);
    assert.equal(secondApi.callsOf(bench.finish).length, 0);
  });

  test(`${name}: what another window put into the same run-time is not written over`, () => {
    const api = bench.make();
    const learner = visitWith(bench, api);
    const other = visitWith(bench, bench.make());
    other.do(giveRight("meer-goed"));
    other.browser.pass(1000);
    const state = written(other.tracker && api, "cmi.suspend_data").at(-1);
    assert.equal(state, undefined);
    const theirs = bench.make();
    visitWith(bench, theirs).do(giveRight("meer-goed"), { type: "exit" });
    const call = (name === "SCORM 1.2" ? "LMSSetValue" : "SetValue") as keyof typeof api;
    (api[call] as unknown as (...args: string[]) => string).call(api, "cmi.suspend_data", theirs.report("cmi.suspend_data"));
    learner.do(giveRight("een-goed"));
    learner.browser.pass(1000);
    assert.deepEqual([...learner.view().answers.keys()].sort(), ["een-goed", "meer-goed"]);
  });

  test(`${name}: what could not be kept is offered at the next launch, and never taken in silence`, () => {
    const api = bench.make();
    const storage = new FakeStorage();
    const learner = visitWith(bench, api, { storage });
    learner.do(giveRight("een-goed"));
    learner.browser.pass(1000);
    assert.equal(storage.kept.size, 0, "what the LMS has does not lie on the device");
    api.faults.push({ method: "Commit", how: "false" });
    learner.do(giveRight("meer-goed"));
    learner.browser.leave(false);
    assert.deepEqual([learner.view().phase, learner.view().isOnDevice], ["ended", true]);
    assert.equal(storage.kept.size, 1);
    assert.ok(![...storage.kept].flat().join().includes("learner-1"));

    const nextApi = bench.make();
    const next = visitWith(bench, nextApi, { storage });
    assert.deepEqual([next.view().answers.size, next.view().leftoverAt === null], [0, false]);
    next.do({ type: "leftover", choice: "take" });
    next.browser.pass(1000);
    assert.deepEqual([...next.view().answers.keys()], ["een-goed", "meer-goed"]);
    assert.deepEqual([next.view().saving, next.view().leftoverAt, storage.kept.size], ["kept", null, 0]);
    assert.equal(nextApi.report("cmi.interactions.1.id"), "q_meer_goed", "the LMS hears of the answers");
  });

  test(`${name}: another learner on this device is offered nothing of a learner that was known`, () => {
    const storage = new FakeStorage();
    const api = bench.make();
    const learner = visitWith(bench, api, { storage });
    api.faults.push({ method: "Commit", how: "false" });
    learner.do(giveRight("meer-goed"));
    learner.browser.leave(false);
    const other = visitWith(bench, bench.make({ learnerId: "learner-2" }), { storage });
    assert.equal(other.view().leftoverAt, null);
    const nobody = visit({ lms: bench.transport({}), browser: new FakeBrowser({ isAlone: true }), storage });
    assert.equal(nobody.view().leftoverAt, null);
    assert.equal(storage.kept.size, 1, "and it is there for who it is of");
  });

  test(`${name}: not of mine stays for whoever it is of, wiped is gone`, () => {
    const storage = new FakeStorage();
    const alone = () => visit({ lms: bench.transport({}), browser: new FakeBrowser({ isAlone: true }), storage });
    const someone = alone();
    someone.do(giveRight("meer-goed"));
    someone.browser.pass(1000);
    const launch = () => visitWith(bench, bench.make(), { storage });
    const first = launch();
    first.do({ type: "leftover", choice: "leave" });
    assert.equal(first.view().leftoverAt, null);
    const second = launch();
    assert.notEqual(second.view().leftoverAt, null);
    second.do({ type: "leftover", choice: "wipe" });
    assert.deepEqual([second.view().leftoverAt, second.view().answers.size, storage.kept.size], [null, 0, 0]);
  });

  test(`${name}: what was done before the LMS was found is on the device when the window closes [item 27]`, () => {
    const storage = new FakeStorage();
    const learner = visit({ lms: bench.transport({}), storage });
    learner.do(giveRight("een-goed"));
    learner.browser.leave(false);
    const next = visitWith(bench, bench.make(), { storage });
    next.do({ type: "leftover", choice: "take" });
    next.browser.pass(1000);
    assert.deepEqual([[...next.view().answers.keys()], next.view().saving], [["een-goed"], "kept"]);
    assert.equal(storage.kept.size, 0);
  });

  test(`${name}: what the LMS has already is not offered`, () => {
    const storage = new FakeStorage();
    const api = bench.make();
    const learner = visitWith(bench, api, { storage });
    learner.do(giveRight("meer-goed"));
    learner.browser.pass(1000);
    api.faults.push({ method: "Commit", how: "false" });
    learner.do({ type: "visit", page: "les-twee" });
    learner.browser.leave(false);
    assert.equal(storage.kept.size, 1);
    const next = visitWith(bench, api.nextSession(), { storage });
    assert.deepEqual([next.view().leftoverAt, storage.kept.size], [null, 0]);
  });

  test(`${name}: of two tries the better one stands, and a try that was used up stays used up`, () => {
    const storage = new FakeStorage();
    const api = bench.make();
    const learner = visitWith(bench, api, { storage });
    learner.do(giveRight("een-goed"), giveWrong("meer-goed"));
    learner.browser.pass(1000);
    api.faults.push({ method: "Commit", how: "false" });
    learner.do(giveWrong("meer-goed"));
    learner.browser.leave(false);
    const next = visitWith(bench, api.nextSession(), { storage });
    next.do({ type: "leftover", choice: "take" });
    assert.deepEqual(next.view().answers.get("een-goed")?.answer, ["b"]);
    assert.deepEqual([next.view().answers.get("meer-goed")?.tries, next.view().answers.get("meer-goed")?.final], [2, true]);
  });
}
