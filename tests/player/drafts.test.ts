/** Work in progress: kept by whatever is kept next, and never a reason to save. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { benches, draft, give, giveRight, visit, visitWith, written } from "./learner";

const commits = (api: { callsOf(ending: string): unknown[] }) => api.callsOf("Commit").length;

for (const bench of benches) {
  const { name } = bench;

  test(`${name}: typing and choosing save nothing by themselves [item 46]`, () => {
    const api = bench.make();
    const learner = visitWith(bench, api);
    learner.browser.pass(5000);
    const before = commits(api);
    for (const answer of [["a"], ["a", "b"], ["b"]]) learner.do(draft("meer-goed", answer));
    assert.equal(learner.view().saving, "kept");
    learner.browser.pass(120_000);
    assert.equal(commits(api), before);
    learner.do(giveRight("een-goed"));
    learner.browser.pass(1000);
    assert.match(api.report("cmi.suspend_data"), /;D1\.2$/);
    assert.deepEqual(api.refused(), []);
  });

  const endings: Record<string, (learner: ReturnType<typeof visitWith>) => void> = {
    "saving and stopping": (learner) => learner.do({ type: "exit" }),
    "a tab that is hidden": (learner) => learner.browser.hide(),
    "a tab that is closed": (learner) => learner.browser.leave(false),
    "a page that may come back": (learner) => learner.browser.leave(true),
  };
  for (const [ending, end] of Object.entries(endings)) {
    test(`${name}: ${ending} keeps what was chosen and not checked [item 48]`, () => {
      const api = bench.make();
      const learner = visitWith(bench, api);
      learner.browser.pass(5000);
      learner.do(draft("meer-goed", ["a", "c"]));
      end(learner);
      const back = visitWith(bench, api.nextSession()).view();
      assert.deepEqual([...back.drafts], [["meer-goed", ["a", "c"]]]);
      assert.equal(back.answers.size, 0);
    });
  }

  test(`${name}: what was typed before the LMS was found is there afterwards, once [item 27]`, () => {
    const window: Record<string, unknown> = {};
    const learner = visit({ lms: bench.transport(window) });
    for (const key of ["a", "b", "c"]) learner.do(draft("een-goed", [key]));
    window[bench.apiName] = bench.make();
    learner.browser.pass(1000);
    assert.deepEqual([...learner.view().drafts], [["een-goed", ["c"]]]);
  });

  test(`${name}: thinking counts as time for the answer`, () => {
    const api = bench.make();
    const learner = visitWith(bench, api);
    learner.do({ type: "visit", page: "toets-een" });
    learner.browser.pass(3000);
    learner.do(draft("een-goed", ["a"]));
    learner.browser.pass(4000);
    learner.do(give("een-goed", ["b"]));
    learner.browser.pass(1000);
    const latency = written(api, "cmi.interactions.0.latency");
    assert.deepEqual(latency, [name === "SCORM 1.2" ? "0000:00:07.00" : "PT7S"]);
  });
}
