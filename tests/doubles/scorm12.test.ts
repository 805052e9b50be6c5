import assert from "node:assert/strict";
import { test } from "node:test";
import type { Options } from "./run-time";
import { StrictScorm12 } from "./scorm12";

function open(options: Options = {}): StrictScorm12 {
  const api = new StrictScorm12(options);
  assert.equal(api.LMSInitialize(""), "true");
  return api;
}

/** The code with which a write is refused, "0" when it is taken. */
function write(api: StrictScorm12, element: string, value: string): string {
  const result = api.LMSSetValue(element, value);
  assert.equal(result, api.LMSGetLastError() === "0" ? "true" : "false");
  return api.LMSGetLastError();
}

function read(api: StrictScorm12, element: string): string {
  api.LMSGetValue(element);
  return api.LMSGetLastError();
}

const taken: [string, string][] = [
  ["cmi.core.lesson_status", "incomplete"],
  ["cmi.core.lesson_status", "browsed"],
  ["cmi.core.score.raw", "0"],
  ["cmi.core.score.raw", "66.67"],
  ["cmi.core.score.raw", "100"],
  ["cmi.core.score.raw", ""],
  ["cmi.core.exit", ""],
  ["cmi.core.exit", "suspend"],
  ["cmi.core.session_time", "0000:12:34.56"],
  ["cmi.core.session_time", "00:12:34"],
  ["cmi.core.lesson_location", "x".repeat(255)],
  ["cmi.suspend_data", "x".repeat(4096)],
  ["cmi.suspend_data", "😀".repeat(2048)],
  ["cmi.objectives.0.id", "obj-1"],
  ["cmi.objectives.0.status", "not attempted"],
  ["cmi.student_preference.audio", "-1"],
];

test("takes what a strict LMS takes", () => {
  for (const [element, value] of taken)
    assert.equal(write(open(), element, value), "0", `${element} ${value.slice(0, 20)}`);
});

const refused: [string, string, string][] = [
  ["cmi.core.lesson_status", "not attempted", "405"],
  ["cmi.core.lesson_status", "done", "405"],
  ["cmi.core.score.raw", "101", "405"],
  ["cmi.core.score.raw", "-1", "405"],
  ["cmi.core.score.raw", "1e2", "405"],
  ["cmi.core.exit", "normal", "405"],
  ["cmi.core.session_time", "0:12:34", "405"],
  ["cmi.core.session_time", "00:12:34.567", "405"],
  ["cmi.core.session_time", "PT1M", "405"],
  ["cmi.core.lesson_location", "x".repeat(256), "405"],
  ["cmi.suspend_data", "x".repeat(4097), "405"],
  ["cmi.suspend_data", `${"😀".repeat(2048)}x`, "405"],
  ["cmi.objectives.0.id", "met spatie", "405"],
  ["cmi.objectives.1.id", "te-ver", "201"],
  ["cmi.core.student_id", "x", "403"],
  ["cmi.core.lesson_mode", "review", "403"],
  ["cmi.student_data.mastery_score", "1", "403"],
  ["cmi.core._children", "x", "402"],
  ["cmi.interactions._count", "1", "402"],
  ["cmi.completion_status", "completed", "201"],
  ["", "x", "201"],
];

test("refuses what a strict LMS refuses, with its code", () => {
  for (const [element, value, code] of refused) {
    assert.equal(write(open(), element, value), code, `${element} ${value.slice(0, 20)}`);
  }
});

test("interactions: in order, write-only, words and forms of 1.2", () => {
  const api = open();
  assert.equal(write(api, "cmi.interactions.1.id", "q_1"), "201", "out of order");
  assert.equal(write(api, "cmi.interactions.0.id", "q 1"), "405", "white space in an id");
  assert.equal(write(api, "cmi.interactions.0.id", "q_1"), "0");
  assert.equal(write(api, "cmi.interactions.0.type", "keuze"), "405");
  assert.equal(write(api, "cmi.interactions.0.type", "choice"), "0");
  assert.equal(write(api, "cmi.interactions.0.result", "incorrect"), "405", "a word of 2004");
  assert.equal(write(api, "cmi.interactions.0.result", "wrong"), "0");
  assert.equal(write(api, "cmi.interactions.0.result", "0.5"), "0");
  assert.equal(write(api, "cmi.interactions.0.correct_responses.1.pattern", "a"), "201");
  assert.equal(write(api, "cmi.interactions.0.correct_responses.0.pattern", "a,c"), "0");
  assert.equal(write(api, "cmi.interactions.0.student_response", "opt_a"), "405", "one character an option");
  assert.equal(write(api, "cmi.interactions.0.student_response", "a\nb"), "405");
  assert.equal(write(api, "cmi.interactions.0.student_response", "a,c"), "0");
  for (const [type, wrong, right] of [
    ["matching", "a.x,b", "a.x,b.1"],
    ["sequencing", "c,ab", "c,a,b"],
    ["likert", "10", "a"],
    ["numeric", "2,5", "-2.5"],
    ["fill-in", "a\nb", "a, b"],
  ] as const) {
    assert.equal(write(api, "cmi.interactions.0.type", type), "0");
    assert.equal(write(api, "cmi.interactions.0.student_response", wrong), "405", type);
    assert.equal(write(api, "cmi.interactions.0.student_response", right), "0", type);
  }
  assert.equal(write(api, "cmi.interactions.0.time", "2026-11-22T13:05:09"), "405");
  assert.equal(write(api, "cmi.interactions.0.time", "13:05:09"), "0");
  assert.equal(write(api, "cmi.interactions.0.latency", "0000:00:03.45"), "0");
  assert.equal(write(api, "cmi.interactions.1.id", "q_1"), "0", "the same question again");
  assert.equal(api.LMSGetValue("cmi.interactions._count"), "2");
  assert.equal(read(api, "cmi.interactions.0.id"), "404");
  assert.equal(read(api, "cmi.core.exit"), "404");
});

test("reading: keywords, unknown elements, elements without a value", () => {
  const api = open();
  assert.equal(api.LMSGetValue("cmi.core.score._children"), "raw,min,max");
  assert.equal(read(api, "cmi.core.score.raw._children"), "202");
  assert.equal(read(api, "cmi.core._count"), "203");
  assert.equal(read(api, "cmi.nonsense"), "201");
  assert.equal(read(api, ""), "201");
  assert.equal(api.LMSGetValue("cmi.suspend_data"), "");
  assert.equal(api.LMSGetLastError(), "0");
  assert.equal(api.LMSGetValue("cmi.core.lesson_status"), "not attempted");
});

test("the calls in their order, once, with an empty string", () => {
  const api = new StrictScorm12();
  assert.equal(api.LMSGetValue("cmi.core.entry"), "");
  assert.equal(api.LMSGetLastError(), "301");
  assert.equal(write(api, "cmi.core.exit", "suspend"), "301");
  assert.equal(api.LMSInitialize(), "false");
  assert.equal(api.LMSGetLastError(), "201");
  assert.equal(api.LMSInitialize(null), "false");
  assert.equal(api.LMSInitialize(""), "true");
  assert.equal(api.LMSInitialize(""), "false");
  assert.equal(api.LMSGetLastError(), "101");
  assert.equal(api.LMSCommit(), "false");
  assert.equal(api.LMSCommit(""), "true");
  assert.equal(api.LMSSetValue("cmi.core.exit", 5), "false");
  assert.equal(api.LMSFinish(""), "true");
  assert.equal(api.LMSFinish(""), "false");
  assert.equal(api.LMSCommit(""), "false");
  assert.equal(api.LMSGetLastError(), "301");
});

test("at the end the LMS has its own word: not attempted is completed, the mastery score decides", () => {
  const end = (options: Options, ...writes: [string, string][]) => {
    const api = open(options);
    for (const [element, value] of writes) assert.equal(write(api, element, value), "0");
    api.LMSFinish("");
    return api.report("cmi.core.lesson_status");
  };
  const raw = (value: string): [string, string] => ["cmi.core.score.raw", value];
  const begun: [string, string] = ["cmi.core.lesson_status", "incomplete"];
  assert.equal(end({}), "completed");
  assert.equal(end({}, begun), "incomplete");
  assert.equal(end({ mastery: "80" }, begun), "incomplete");
  assert.equal(end({ mastery: "80" }, begun, raw("40")), "failed");
  assert.equal(end({ mastery: "80" }, begun, raw("80")), "passed");
  assert.equal(end({ mastery: "80", mode: "review" }, begun, raw("40")), "incomplete");
  assert.equal(end({ mastery: "80", credit: "no-credit" }, begun, raw("40")), "incomplete");
});

test("the next session finds what was committed, whatever the exit was", () => {
  const first = open();
  write(first, "cmi.suspend_data", "abc");
  write(first, "cmi.core.exit", "suspend");
  first.LMSCommit("");
  write(first, "cmi.suspend_data", "too late");
  const second = first.nextSession();
  second.LMSInitialize("");
  assert.equal(second.LMSGetValue("cmi.suspend_data"), "abc");
  assert.equal(second.LMSGetValue("cmi.core.entry"), "resume");
  write(second, "cmi.core.exit", "");
  second.LMSFinish("");
  const third = second.nextSession();
  third.LMSInitialize("");
  assert.equal(third.LMSGetValue("cmi.suspend_data"), "abc");
  assert.equal(third.LMSGetValue("cmi.core.entry"), "");
});

test("faults on demand: refusing, throwing, rubbish, nothing; so many times", () => {
  const api = open({ faults: [{ method: "Commit", how: "false", code: "101", times: 1 }] });
  assert.equal(api.LMSCommit(""), "false");
  assert.equal(api.LMSGetLastError(), "101");
  assert.equal(api.LMSCommit(""), "true");
  api.faults.push({ method: "SetValue", element: "cmi.interactions", how: "throw" });
  assert.throws(() => api.LMSSetValue("cmi.interactions.0.id", "q_1"));
  assert.equal(write(api, "cmi.suspend_data", "x"), "0");
  api.faults = [{ method: "GetValue", how: "empty", code: "0" }];
  assert.equal(api.LMSGetValue("cmi.core.student_name"), "");
  api.faults = [{ method: "GetValue", how: "rubbish" }];
  assert.equal(api.LMSGetValue("cmi.core.student_name"), "[object Object]");
  api.faults = [{ method: "Commit", how: "undefined" }];
  assert.equal(api.LMSCommit(""), undefined);
});

test("an LMS without a group answers 401 for all of it", () => {
  const api = open({ without: ["cmi.interactions"] });
  assert.equal(write(api, "cmi.interactions.0.id", "q_1"), "401");
  assert.equal(read(api, "cmi.interactions._count"), "401");
  assert.equal(write(api, "cmi.suspend_data", "x"), "0");
});
