import assert from "node:assert/strict";
import { test } from "node:test";
import { scorm2004 } from "../../builder/player/src/lms/scorm2004";
import type { Options } from "../doubles/run-time";
import { StrictScorm2004 } from "../doubles/scorm2004";
import { course } from "./course";
import { allRight, give, giveRight, giveWrong, readAll, visit, written } from "./learner";

function open(options: Options = {}, payload = course()) {
  const api = new StrictScorm2004(options);
  return { api, ...visit({ payload, lms: scorm2004({ API_1484_11: api }) }) };
}

test("progress is written from the first page on, the score with the outcome [items 31, 35]", () => {
  const learner = open();
  const seen = () =>
    ["cmi.score.raw", "cmi.score.scaled", "cmi.progress_measure"].map((one) => learner.api.report(one));
  learner.do({ type: "finish-page", page: "les-een" }, give("meer-goed", ["a"]));
  learner.browser.pass(1000);
  assert.deepEqual(seen(), ["", "", "0.25"]);
  learner.do(...["een-goed", "klopt-het", "tweede-ronde"].map(giveWrong));
  learner.browser.pass(1000);
  assert.deepEqual(seen(), ["", "", "0.75"], "tries are left: a score now would read as failed");
  learner.do(...["een-goed", "klopt-het", "tweede-ronde", "meer-goed"].map(giveRight));
  learner.browser.pass(1000);
  assert.deepEqual(seen(), ["100", "1", "0.75"]);
  assert.deepEqual(written(learner.api, "cmi.success_status"), ["passed"]);
});

test("a break half-way is not judged by an LMS with a passing score [items 35, 50]", () => {
  const learner = open({ mastery: "0.8" });
  learner.do(giveRight("een-goed"), { type: "exit" });
  assert.equal(learner.api.report("cmi.success_status"), "unknown");
  const next = learner.api.nextSession();
  const again = visit({ lms: scorm2004({ API_1484_11: next }) });
  again.do(...readAll, ...allRight, { type: "exit" });
  assert.deepEqual([next.report("cmi.success_status"), next.report("cmi.completion_status")], ["passed", "completed"]);
});

test("exit is suspend at every commit, also at the end: anything else makes the LMS forget [item 44]", () => {
  const learner = open();
  learner.do(...readAll, ...allRight, { type: "exit" });
  assert.deepEqual(new Set(written(learner.api, "cmi.exit")), new Set(["suspend"]));
  assert.equal(learner.api.report("cmi.exit"), "suspend");
});

test("one record for a question: written once, then brought up to date in place [item 41]", () => {
  const learner = open();
  learner.do(giveWrong("een-goed"));
  learner.browser.pass(1000);
  learner.do(giveRight("een-goed"), { type: "exit" });
  const { api } = learner;
  assert.deepEqual(written(api, "cmi.interactions.0.learner_response"), ["a", "b"]);
  for (const part of ["id", "type", "weighting", "correct_responses.0.pattern", "description"]) {
    assert.equal(written(api, `cmi.interactions.0.${part}`).length, 1, part);
  }
  const next = api.nextSession();
  const again = visit({ lms: scorm2004({ API_1484_11: next }) });
  again.do(giveWrong("meer-goed"));
  again.browser.pass(1000);
  again.do(giveRight("meer-goed"), { type: "exit" });
  assert.equal(next.report("cmi.interactions.1.learner_response"), "a[,]c");
  assert.deepEqual(written(next, "cmi.interactions.0.id"), []);
  assert.deepEqual(next.refused(), []);
});

test("a record that was half written when the LMS failed is finished later [items 41, 49]", () => {
  const learner = open();
  learner.browser.pass(2000);
  learner.api.faults.push({ method: "SetValue", element: "cmi.interactions.0.type", how: "throw", times: 1 });
  learner.api.faults.push({ method: "Commit", how: "false", code: "391", times: 1 });
  learner.do(giveRight("een-goed"));
  learner.browser.pass(0);
  learner.browser.pass(1000);
  const part = (name: string) => learner.api.report(`cmi.interactions.0.${name}`);
  assert.deepEqual(["id", "type", "correct_responses.0.pattern", "learner_response", "result"].map(part), [
    "q_een_goed",
    "choice",
    "b",
    "b",
    "correct",
  ]);
});

test("an interaction tells when, how long, what, what was right and how it went [items 33, 39]", () => {
  const payload = course();
  payload.questions["meer-goed"]!.text = `{Wat}\nhelpt [,] hier? ${"😀".repeat(200)}`;
  const learner = open({}, payload);
  learner.do({ type: "visit", page: "toets-een" });
  learner.browser.pass(12_340);
  learner.do(give("meer-goed", ["c"]));
  learner.browser.pass(1000);
  const { api } = learner;
  const part = (name: string) => api.report(`cmi.interactions.0.${name}`);
  assert.deepEqual(
    [
      "id",
      "type",
      "timestamp",
      "weighting",
      "correct_responses.0.pattern",
      "learner_response",
      "result",
      "latency",
    ].map(part),
    ["q_meer_goed", "choice", "2026-11-22T13:05:21.46Z", "2", "a[,]c", "c", "0.5", "PT12.34S"],
  );
  assert.match(part("description"), /^\(Wat\} helpt \(,\) hier\? (😀)+$/u);
  assert.deepEqual(api.refused(), []);
});

test("records that the LMS gave itself are not in the way [item 41]", () => {
  const stored = {
    "cmi.exit": "suspend",
    "cmi.interactions.0.id": "urn:iets:anders",
    "cmi.interactions.0.type": "other",
  };
  const learner = open({ stored });
  learner.do(giveRight("een-goed"));
  learner.browser.pass(1000);
  assert.equal(learner.api.report("cmi.interactions.1.id"), "q_een_goed");
  assert.deepEqual(learner.api.refused(), []);
});

test("a page that loads twice in one session finds its session open", () => {
  const api = new StrictScorm2004();
  api.Initialize("");
  const learner = visit({ lms: scorm2004({ API_1484_11: api }) });
  assert.equal(learner.view().phase, "running");
});

test("one part that is refused once is handed over again at the next save, the rest is not [item 41]", () => {
  const learner = open();
  learner.browser.pass(2000);
  const { api } = learner;
  api.faults.push({ method: "SetValue", element: "cmi.interactions.0.type", how: "false", code: "351", times: 1 });
  learner.do(giveRight("een-goed"));
  learner.browser.pass(1000);
  learner.do(...readAll);
  learner.browser.pass(1000);
  assert.equal(api.report("cmi.interactions.0.type"), "choice");
  assert.equal(api.report("cmi.interactions.0.learner_response"), "b");
  assert.equal(written(api, "cmi.interactions.0.weighting").length, 1);
});

test("a record whose id is refused once comes at the next save [item 41]", () => {
  const learner = open();
  learner.api.faults.push({ method: "SetValue", element: "cmi.interactions.0.id", how: "throw", times: 1 });
  learner.do(giveRight("een-goed"));
  learner.browser.pass(1000);
  assert.equal(learner.api.report("cmi.interactions.0.id"), "");
  learner.do(...readAll, { type: "exit" });
  assert.equal(learner.api.report("cmi.interactions.0.id"), "q_een_goed");
  assert.equal(learner.api.report("cmi.interactions.0.result"), "correct");
});

test("what is refused three times is left, what the LMS does not have at once [item 41]", () => {
  for (const [code, times] of [["406", 3], ["402", 1]] as const) {
    const learner = open();
    learner.api.faults.push({ method: "SetValue", element: "cmi.interactions.0.latency", how: "false", code });
    learner.do(giveRight("een-goed"));
    for (const action of [...readAll, giveRight("meer-goed"), giveRight("klopt-het")]) {
      learner.browser.pass(1000);
      learner.do(action);
    }
    assert.equal(written(learner.api, "cmi.interactions.0.latency").length, times, code);
    assert.equal(learner.api.report("cmi.interactions.0.result"), "correct");
  }
});

test("records that could not be counted are counted at the first write, and never written over [item 41]", () => {
  const first = open();
  first.do(giveRight("een-goed"), giveRight("meer-goed"), { type: "exit" });
  for (const how of ["throw", "empty", "rubbish", "undefined"] as const) {
    for (const times of [1, 2]) {
      const fault = { method: "GetValue", element: "cmi.interactions._count", how, times };
      const next = new StrictScorm2004({ stored: { ...first.api.kept }, faults: [fault] });
      const again = visit({ lms: scorm2004({ API_1484_11: next }) });
      again.do(giveRight("klopt-het"));
      again.browser.pass(1000);
      again.do(giveRight("tweede-ronde"));
      again.browser.pass(1000);
      const ids = [0, 1, 2, 3].map((index) => next.report(`cmi.interactions.${index}.id`));
      const added = times === 1 ? ["q_klopt_het", "q_tweede_ronde"] : ["", ""];
      assert.deepEqual(ids, ["q_een_goed", "q_meer_goed", ...added], `${how} ${times}`);
    }
  }
});
