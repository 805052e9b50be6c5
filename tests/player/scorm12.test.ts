import assert from "node:assert/strict";
import { test } from "node:test";
import { scorm12 } from "../../builder/player/src/lms/scorm12";
import { StrictScorm12 } from "../doubles/scorm12";
import type { Options } from "../doubles/run-time";
import { course, readingCourse } from "./course";
import { allRight, allWrongTwice, give, giveRight, giveWrong, readAll, visit, written } from "./learner";

function open(options: Options = {}, payload = course()) {
  const api = new StrictScorm12(options);
  return { api, ...visit({ payload, lms: scorm12({ API: api }) }) };
}

test("a half-way score is not written, so the LMS cannot turn it into failed [items 30, 35]", () => {
  const learner = open({ mastery: "80" });
  learner.do(giveRight("een-goed"), giveWrong("meer-goed"));
  learner.browser.pass(1000);
  assert.deepEqual(written(learner.api, "cmi.core.score.raw"), []);
  learner.browser.leave(false);
  assert.equal(learner.api.report("cmi.core.lesson_status"), "incomplete");
});

test("raw score and final status come together, in that order, in one commit [items 30, 35]", () => {
  const learner = open({ mastery: "80" });
  learner.do(...allRight);
  learner.browser.pass(1000);
  const names = learner.api.calls.map(({ method, args }) => `${method} ${args.join(" ")}`.trim());
  const raw = names.indexOf("LMSSetValue cmi.core.score.raw 100");
  assert.ok(raw > 0);
  assert.deepEqual(names.slice(raw + 1, raw + 3), ["LMSSetValue cmi.core.lesson_status passed", "LMSCommit"]);
});

test("without a pass mark anywhere the score is written as it grows [item 31]", () => {
  const learner = open({}, course({ masteryScore: null }));
  learner.do(giveRight("een-goed"));
  learner.browser.pass(1000);
  assert.deepEqual(written(learner.api, "cmi.core.score.raw"), ["20"]);
  const strict = open({ mastery: "80" }, course({ masteryScore: null }));
  strict.do(giveRight("een-goed"));
  strict.browser.pass(1000);
  assert.deepEqual(written(strict.api, "cmi.core.score.raw"), [], "here the LMS would make it failed");
});

test("never `not attempted`, never exit `normal`, in any session [item 34]", () => {
  for (const actions of [[], readAll, [...readAll, ...allRight], allWrongTwice]) {
    for (const payload of [course({ quizAttempts: 1 }), course(), readingCourse()]) {
      const learner = open({}, payload);
      learner.do(...actions, { type: "exit" });
      const statuses = written(learner.api, "cmi.core.lesson_status");
      assert.ok(statuses.length > 0);
      assert.ok(statuses.every((status) => ["incomplete", "completed", "passed", "failed"].includes(status)));
      assert.ok(written(learner.api, "cmi.core.exit").every((exit) => ["", "suspend"].includes(exit)));
      assert.notEqual(learner.api.report("cmi.core.lesson_status"), "not attempted");
    }
  }
});

test("exit is suspend until everything is done [item 34]", () => {
  const learner = open();
  learner.do(...allRight);
  learner.browser.pass(1000);
  assert.deepEqual(new Set(written(learner.api, "cmi.core.exit")), new Set(["suspend"]), "passed, but not all is read");
  learner.do(...readAll);
  learner.browser.pass(1000);
  assert.equal(written(learner.api, "cmi.core.exit").at(-1), "");
});

test("all read but neither passed nor failed is not finished [items 34, 35]", () => {
  const learner = open();
  learner.do(...readAll, ...allWrongTwice);
  learner.browser.pass(1000);
  assert.equal(learner.view().completed, true);
  assert.equal(written(learner.api, "cmi.core.exit").at(-1), "suspend");
});

test("a failed that the LMS remembers does not become incomplete, and can become passed [item 36]", () => {
  const learner = open({ stored: { "cmi.core.lesson_status": "failed" } });
  learner.do(giveRight("een-goed"));
  learner.browser.pass(1000);
  assert.deepEqual(new Set(written(learner.api, "cmi.core.lesson_status")), new Set(["failed"]));
  assert.deepEqual(written(learner.api, "cmi.core.score.raw"), []);
  learner.do(...allRight);
  learner.browser.pass(1000);
  assert.equal(learner.api.report("cmi.core.lesson_status"), "passed");
});

test("every try is a record of its own, counted on from what the LMS has [item 41]", () => {
  const learner = open();
  learner.do(giveWrong("een-goed"));
  learner.browser.pass(1000);
  learner.do(giveRight("een-goed"), { type: "exit" });
  assert.deepEqual(
    [0, 1].map((index) => learner.api.report(`cmi.interactions.${index}.result`)),
    ["wrong", "correct"],
  );
  assert.equal(learner.api.report("cmi.interactions.2.id"), "");
});

test("an LMS that does not tell its count: the state's own count goes on [item 41]", () => {
  const learner = open();
  learner.do(giveWrong("een-goed"), giveRight("een-goed"), { type: "exit" });
  const fault = { method: "GetValue", element: "cmi.interactions._count", how: "empty" as const };
  const next = learner.api.nextSession({ faults: [fault] });
  const again = visit({ lms: scorm12({ API: next }) });
  again.do(giveRight("meer-goed"), giveRight("klopt-het"));
  again.browser.pass(1000);
  assert.equal(next.report("cmi.interactions.2.id"), "q_meer_goed");
  assert.equal(next.report("cmi.interactions.3.id"), "q_klopt_het");
  assert.deepEqual(next.refused(), []);
});

test("a record whose id is refused leaves no gap [item 41]", () => {
  const learner = open({
    faults: [{ method: "SetValue", element: "cmi.interactions.0.id", how: "false", code: "101", times: 1 }],
  });
  learner.do(giveRight("een-goed"), giveRight("meer-goed"));
  learner.browser.pass(1000);
  assert.equal(learner.api.report("cmi.interactions.0.id"), "q_meer_goed");
  assert.equal(learner.api.report("cmi.interactions.1.id"), "");
});

test("a record that is refused when it is written again keeps its place [items 41, 49]", () => {
  const learner = open();
  learner.browser.pass(2000);
  learner.api.faults.push({ method: "Commit", how: "false", times: 1 });
  learner.do(giveRight("een-goed"), giveRight("meer-goed"));
  learner.browser.pass(0);
  learner.api.faults.push({ method: "SetValue", element: "cmi.interactions.1.id", how: "false", times: 1 });
  learner.do(giveRight("klopt-het"));
  learner.browser.pass(1000);
  const ids = [0, 1, 2].map((index) => learner.api.report(`cmi.interactions.${index}.id`));
  assert.deepEqual(ids, ["q_een_goed", "q_meer_goed", "q_klopt_het"]);
});

test("an interaction tells when, how long, what, what was right and how it went", () => {
  const learner = open();
  learner.do({ type: "visit", page: "toets-een" });
  learner.browser.pass(12_340);
  learner.do(give("meer-goed", ["c"]));
  learner.browser.pass(1000);
  const part = (name: string) => learner.api.report(`cmi.interactions.0.${name}`);
  assert.match(part("time"), /^\d\d:\d\d:21$/);
  assert.deepEqual(
    ["id", "type", "weighting", "correct_responses.0.pattern", "student_response", "result", "latency"].map(part),
    ["q_meer_goed", "choice", "2", "a,c", "c", "0.5", "0000:00:12.34"],
  );
});

test("how long an answer took is counted from what the learner did before it", () => {
  const learner = open();
  learner.do({ type: "visit", page: "toets-een" });
  learner.browser.pass(3000);
  learner.do(giveWrong("een-goed"));
  learner.browser.pass(5000);
  learner.do(give("een-goed", []));
  learner.browser.pass(2000);
  learner.do(giveRight("een-goed"));
  learner.browser.pass(1000);
  const times = [0, 1].map((index) => learner.api.report(`cmi.interactions.${index}.latency`));
  assert.deepEqual(times, ["0000:00:03.00", "0000:00:07.00"]);
});

test("a page that loads twice in one session finds its session open", () => {
  const api = new StrictScorm12();
  api.LMSInitialize("");
  const learner = visit({ lms: scorm12({ API: api }) });
  assert.equal(learner.view().phase, "running");
  learner.do(giveRight("een-goed"));
  learner.browser.pass(1000);
  assert.equal(learner.view().saving, "kept");
});

test("one part that is refused once is handed over again at the next save, in its own place [item 41]", () => {
  const learner = open();
  const { api } = learner;
  api.faults.push({ method: "SetValue", element: "cmi.interactions.0.result", how: "false", code: "101", times: 1 });
  learner.do(giveRight("een-goed"), giveRight("meer-goed"));
  learner.browser.pass(1000);
  assert.equal(api.report("cmi.interactions.0.result"), "");
  learner.do(...readAll);
  learner.browser.pass(1000);
  const part = (name: string) => [0, 1, 2].map((index) => api.report(`cmi.interactions.${index}.${name}`));
  assert.deepEqual(part("result"), ["correct", "correct", ""]);
  assert.deepEqual(part("id"), ["q_een_goed", "q_meer_goed", ""]);
  assert.equal(written(api, "cmi.interactions.1.result").length, 1, "what was accepted is not sent again");
});

test("a record whose id is refused once comes at the next save, after the others [item 41]", () => {
  const learner = open({
    faults: [
      { method: "SetValue", element: "cmi.interactions.0.id", how: "false", code: "101", times: 1 },
      { method: "GetValue", element: "cmi.interactions._count", how: "empty" },
    ],
  });
  learner.do(giveRight("een-goed"), giveRight("meer-goed"));
  learner.browser.pass(1000);
  learner.do(...readAll, { type: "exit" });
  const ids = [0, 1, 2].map((index) => learner.api.report(`cmi.interactions.${index}.id`));
  assert.deepEqual(ids, ["q_meer_goed", "q_een_goed", ""]);
});

test("what is refused three times is left, what the LMS does not have at once [item 41]", () => {
  for (const [code, times] of [["405", 3], ["401", 1]] as const) {
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

test("a session whose status was never accepted is not ended, or the LMS would call it completed [items 34, 36]", () => {
  const learner = open({ faults: [{ method: "SetValue", how: "false", code: "101" }] });
  learner.do(giveRight("een-goed"));
  learner.browser.leave(false);
  assert.equal(learner.api.callsOf("LMSFinish").length, 0);
  assert.notEqual(learner.api.report("cmi.core.lesson_status"), "completed");
  const healed = open({ faults: [{ method: "SetValue", how: "false", code: "101", times: 3 }] });
  healed.do(giveRight("een-goed"));
  healed.browser.pass(5000);
  healed.browser.leave(false);
  assert.equal(healed.api.callsOf("LMSFinish").length, 1);
  assert.equal(healed.api.report("cmi.core.lesson_status"), "incomplete");
});
