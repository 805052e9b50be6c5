import assert from "node:assert/strict";
import { test } from "node:test";
import type { Fault } from "../doubles/run-time";
import { FakeStorage } from "./browser";
import { benches, giveRight, giveWrong, visit, visitWith, written } from "./learner";

const commits = (api: { callsOf(ending: string): unknown[] }) => api.callsOf("Commit").length;

for (const bench of benches) {
  const { name } = bench;

  test(`${name}: every answer and page is committed within a second, never two commits in one [item 46]`, () => {
    const api = bench.make();
    const learner = visitWith(bench, api);
    assert.equal(commits(api), 1);
    learner.browser.pass(5000);
    assert.equal(commits(api), 1, "nothing to say, nothing said");
    learner.do(giveRight("een-goed"));
    assert.equal(learner.view().saving, "saving");
    learner.browser.pass(0);
    assert.deepEqual([commits(api), learner.view().saving], [2, "kept"]);
    learner.do(giveWrong("meer-goed"));
    learner.browser.pass(400);
    learner.do(giveRight("klopt-het"), { type: "finish-page", page: "les-een" });
    assert.equal(commits(api), 2);
    learner.browser.pass(599);
    assert.equal(commits(api), 2);
    learner.browser.pass(1);
    assert.equal(commits(api), 3);
    learner.browser.pass(2000);
    learner.do({ type: "finish-page", page: "les-twee" });
    learner.browser.pass(0);
    assert.equal(commits(api), 4);
    assert.deepEqual(written(api, "cmi.interactions.2.id"), ["q_klopt_het"]);
  });

  for (const how of ["false", "throw", "rubbish", "empty", "undefined"] as const) {
    test(`${name}: a commit that answers with ${how} is tried again, told, and told to be over [item 49]`, () => {
      const api = bench.make();
      const learner = visitWith(bench, api);
      learner.browser.pass(2000);
      const fault: Fault = { method: "Commit", how, code: name === "SCORM 1.2" ? "101" : "391" };
      api.faults.push(fault);
      learner.do(giveRight("een-goed"));
      learner.browser.pass(0);
      assert.deepEqual([commits(api), learner.view().saving], [2, "saving"], "the first refusal is quiet");
      learner.browser.pass(1000);
      learner.browser.pass(2000);
      assert.deepEqual([commits(api), learner.view().saving], [4, "saving"]);
      learner.browser.pass(4000);
      assert.deepEqual([commits(api), learner.view().saving], [5, "failing"], "the third new try too");
      learner.browser.pass(60_000);
      assert.equal(commits(api), 6, "the timer of a minute");
      learner.do(giveRight("meer-goed"));
      learner.browser.pass(1000);
      assert.deepEqual([commits(api), learner.view().saving], [7, "failing"], "the next event");
      api.faults = [];
      learner.do(giveRight("klopt-het"));
      learner.browser.pass(1000);
      assert.deepEqual([commits(api), learner.view().saving], [8, "kept"]);
      for (const [index, id] of ["q_een_goed", "q_meer_goed", "q_klopt_het"].entries()) {
        assert.equal(api.kept[`cmi.interactions.${index}.id`], id, "every answer once, in its place");
      }
      assert.equal(api.kept["cmi.interactions.3.id"], undefined);
      learner.browser.pass(120_000);
      assert.equal(commits(api), 8);
    });
  }

  test(`${name}: what happens while it is tried again quietly does not make it hurry [items 46, 49]`, () => {
    const api = bench.make();
    const learner = visitWith(bench, api);
    learner.browser.pass(2000);
    api.faults.push({ method: "Commit", how: "false" });
    learner.do(giveRight("een-goed"));
    learner.browser.pass(1000);
    assert.equal(commits(api), 3);
    learner.browser.pass(1500);
    learner.do(giveRight("meer-goed"));
    learner.browser.pass(400);
    assert.equal(commits(api), 3, "the second new try comes two seconds after the first");
    learner.browser.pass(100);
    assert.equal(commits(api), 4);
  });

  test(`${name}: a state that is refused is not believed kept, although the commit went well [item 49]`, () => {
    const api = bench.make();
    api.faults.push({ method: "SetValue", element: "cmi.suspend_data", how: "false", code: "405", times: 2 });
    const learner = visitWith(bench, api);
    learner.browser.pass(2000);
    learner.do(giveRight("een-goed"));
    learner.browser.pass(0);
    assert.equal(learner.view().saving, "saving");
    learner.browser.pass(3000);
    assert.equal(learner.view().saving, "kept");
  });

  test(`${name}: a refused first commit is tried again before the learner did anything [items 29, 49]`, () => {
    const api = bench.make();
    api.faults.push({ method: "Commit", how: "false", code: "101", times: 1 });
    const learner = visitWith(bench, api);
    assert.equal(learner.view().saving, "saving");
    learner.browser.pass(1000);
    assert.deepEqual([commits(api), learner.view().saving], [2, "kept"]);
  });

  test(`${name}: leaving while saving fails: first the learner may wait, the second time it ends [item 49]`, () => {
    const api = bench.make();
    const learner = visitWith(bench, api);
    learner.browser.pass(2000);
    api.faults.push({ method: "Commit", how: "false" });
    learner.do(giveRight("een-goed"), { type: "exit" });
    assert.deepEqual([learner.view().phase, learner.view().saving], ["running", "failing"]);
    assert.equal(api.callsOf(bench.finish).length, 0);
    learner.do({ type: "exit" });
    assert.deepEqual([learner.view().phase, learner.view().saving], ["ended", "lost"]);
    assert.equal(api.callsOf(bench.finish).length, 1);
  });

  test(`${name}: asked to try again, and when the connection is back, it tries [item 49]`, () => {
    for (const wake of ["retry", "online"]) {
      const api = bench.make();
      const learner = visitWith(bench, api);
      learner.browser.pass(2000);
      api.faults.push({ method: "Commit", how: "throw" });
      learner.do(giveRight("een-goed"));
      learner.browser.pass(10_000);
      assert.equal(learner.view().saving, "failing");
      api.faults = [];
      if (wake === "retry") learner.do({ type: "retry" });
      else learner.browser.connect();
      learner.browser.pass(0);
      assert.equal(learner.view().saving, "kept", wake);
    }
  });
}

test("storage that is full or blocked is told at once, and forgiven when it works", () => {
  for (const mood of ["full", "blocked"] as const) {
    const learner = visit({ lms: null, storage: new FakeStorage(mood) });
    assert.deepEqual([learner.view().phase, learner.view().saving], ["running", "lost"], mood);
    learner.do(giveRight("een-goed"));
    learner.browser.pass(2000);
    assert.equal(learner.view().saving, "lost");
    assert.equal(learner.view().answers.size, 1, "the course works all the same");
  }
});
