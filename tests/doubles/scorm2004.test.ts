import assert from "node:assert/strict";
import { test } from "node:test";
import type { Options } from "./run-time";
import { StrictScorm2004 } from "./scorm2004";

function open(options: Options = {}): StrictScorm2004 {
  const api = new StrictScorm2004(options);
  assert.equal(api.Initialize(""), "true");
  return api;
}

/** The code with which a write is refused, "0" when it is taken. */
function write(api: StrictScorm2004, element: string, value: string): string {
  const result = api.SetValue(element, value);
  assert.equal(result, api.GetLastError() === "0" ? "true" : "false");
  return api.GetLastError();
}

function read(api: StrictScorm2004, element: string): string {
  api.GetValue(element);
  return api.GetLastError();
}

/** A run-time with one interaction of a type, ready for its responses. */
function record(type: string): StrictScorm2004 {
  const api = open();
  assert.equal(write(api, "cmi.interactions.0.id", "q_1"), "0");
  assert.equal(write(api, "cmi.interactions.0.type", type), "0");
  return api;
}

const taken: [string, string][] = [
  ["cmi.completion_status", "incomplete"],
  ["cmi.success_status", "unknown"],
  ["cmi.score.scaled", "0.6667"],
  ["cmi.score.scaled", "-1"],
  ["cmi.score.raw", "66.67"],
  ["cmi.progress_measure", "1"],
  ["cmi.exit", "suspend"],
  ["cmi.exit", "normal"],
  ["cmi.session_time", "PT1H2M3.45S"],
  ["cmi.session_time", "PT90M"],
  ["cmi.session_time", "PT0S"],
  ["cmi.location", "x".repeat(1000)],
  ["cmi.suspend_data", "x".repeat(64000)],
  ["adl.nav.request", "suspendAll"],
  ["adl.nav.request", "{target=ITEM-a}choice"],
];

test("takes what a strict LMS takes", () => {
  for (const [element, value] of taken)
    assert.equal(write(open(), element, value), "0", `${element} ${value.slice(0, 20)}`);
});

const refused: [string, string, string][] = [
  ["cmi.completion_status", "passed", "406"],
  ["cmi.success_status", "wrong", "406"],
  ["cmi.score.scaled", "1.2", "407"],
  ["cmi.score.scaled", "1e-7", "406"],
  ["cmi.score.raw", ".5", "406"],
  ["cmi.score.raw", "123456", "406"],
  ["cmi.progress_measure", "", "406"],
  ["cmi.progress_measure", "1.01", "407"],
  ["cmi.exit", "later", "406"],
  ["cmi.session_time", "PT3723.456S", "406"],
  ["cmi.session_time", "P", "406"],
  ["cmi.session_time", "00:12:34", "406"],
  ["cmi.location", "x".repeat(1001), "406"],
  ["cmi.suspend_data", "x".repeat(64001), "406"],
  ["adl.nav.request", "_none_", "406"],
  ["cmi.mode", "normal", "404"],
  ["cmi.entry", "", "404"],
  ["cmi.interactions._count", "1", "404"],
  ["cmi.core.lesson_status", "passed", "401"],
  ["", "x", "351"],
];

test("refuses what a strict LMS refuses, with its code", () => {
  for (const [element, value, code] of refused) {
    assert.equal(write(open(), element, value), code, `${element} ${value.slice(0, 20)}`);
  }
});

test("interactions: in order, id first, type before response, patterns once", () => {
  const api = open();
  assert.equal(write(api, "cmi.interactions.1.id", "q_2"), "351", "out of order");
  assert.equal(write(api, "cmi.interactions.0.type", "choice"), "408", "type before id");
  assert.equal(write(api, "cmi.interactions.0.id", "q_1"), "0");
  assert.equal(write(api, "cmi.interactions.0.learner_response", "a"), "408", "response before type");
  assert.equal(write(api, "cmi.interactions.0.type", "choice"), "0");
  assert.equal(write(api, "cmi.interactions.0.correct_responses.1.pattern", "a"), "351");
  assert.equal(write(api, "cmi.interactions.0.correct_responses.0.pattern", "a"), "0");
  assert.equal(write(api, "cmi.interactions.0.correct_responses.0.pattern", "a"), "351", "the same pattern again");
  assert.equal(write(api, "cmi.interactions.0.learner_response", "b"), "0");
  assert.equal(write(api, "cmi.interactions.0.learner_response", "a"), "0", "a new answer in place");
  assert.equal(api.GetValue("cmi.interactions.0.id"), "q_1");
  assert.equal(api.GetValue("cmi.interactions._count"), "1");
  assert.equal(read(api, "cmi.interactions.1.id"), "301");
});

const responses: [string, string, string][] = [
  ["choice", "opt_a[,]opt_c", "0"],
  ["choice", "opt_a[,]opt_a", "406"],
  ["choice", "opt-a", "406"],
  ["choice", "a,c", "406"],
  ["choice", "a\nb", "406"],
  ["true-false", "true", "0"],
  ["true-false", "t", "406"],
  ["fill-in", "een[,]twee", "0"],
  ["fill-in", "x".repeat(251), "406"],
  ["fill-in", "een\ntwee", "406"],
  ["matching", "s1[.]t2[,]s2[.]t1", "0"],
  ["matching", "s1.t2", "406"],
  ["sequencing", "c[,]a[,]b", "0"],
  ["numeric", "3.14", "0"],
  ["numeric", ".5", "406"],
  ["numeric", "1.", "406"],
  ["numeric", "1e5", "406"],
  ["numeric", "123456", "406"],
  ["likert", "l4", "0"],
  ["performance", "n1[.]c2[,]n4[.]c1", "0"],
  ["long-fill-in", "x".repeat(4001), "406"],
];

test("a response has the form of its type", () => {
  for (const [type, value, code] of responses) {
    assert.equal(
      write(record(type), "cmi.interactions.0.learner_response", value),
      code,
      `${type} ${value.slice(0, 20)}`,
    );
  }
  const api = record("numeric");
  assert.equal(write(api, "cmi.interactions.0.correct_responses.0.pattern", "[:]4"), "406");
  assert.equal(write(api, "cmi.interactions.0.correct_responses.0.pattern", "3[:]4"), "0");
  const fill = record("fill-in");
  const accepted = "{case_matters=false}{order_matters=true}text[,]text";
  assert.equal(write(fill, "cmi.interactions.0.correct_responses.0.pattern", accepted), "0");
});

test("the other parts of an interaction", () => {
  const api = record("choice");
  const part = (name: string, value: string) => write(api, `cmi.interactions.0.${name}`, value);
  assert.equal(part("timestamp", "2026-11-22T13:05:09.12Z"), "0");
  assert.equal(part("timestamp", "2026-11-22T13:05:09"), "0");
  assert.equal(part("timestamp", "2026-11-22T13:05:09Z"), "406");
  assert.equal(part("timestamp", "2026-11-22T13:05:09.123Z"), "406");
  assert.equal(part("timestamp", "2039-01-01T00:00:00.00Z"), "406");
  assert.equal(part("result", "wrong"), "406");
  assert.equal(part("result", "incorrect"), "0");
  assert.equal(part("result", "0.5"), "0");
  assert.equal(part("latency", "PT3.45S"), "0");
  assert.equal(part("latency", "0000:00:03.45"), "406");
  assert.equal(part("description", "Wat denk je?"), "0");
  assert.equal(part("description", "{lang=nl}Wat denk je?"), "0");
  assert.equal(part("description", "{Wat denk je?"), "406");
  assert.equal(part("description", "twee\nregels"), "406");
  assert.equal(part("description", "x".repeat(251)), "406");
});

test("objectives: id first, once, and each its own", () => {
  const api = open();
  assert.equal(write(api, "cmi.objectives.0.success_status", "passed"), "408");
  assert.equal(write(api, "cmi.objectives.0.id", "obj_a"), "0");
  assert.equal(write(api, "cmi.objectives.0.id", "obj_b"), "351");
  assert.equal(write(api, "cmi.objectives.1.id", "obj_a"), "351");
  assert.equal(write(api, "cmi.objectives.0.score.scaled", "2"), "407");
});

test("the calls in their order, once, each with its own codes", () => {
  const api = new StrictScorm2004();
  const code = (call: () => unknown) => {
    call();
    return api.GetLastError();
  };
  assert.equal(
    code(() => api.GetValue("cmi.mode")),
    "122",
  );
  assert.equal(
    code(() => api.SetValue("cmi.exit", "")),
    "132",
  );
  assert.equal(
    code(() => api.Commit("")),
    "142",
  );
  assert.equal(
    code(() => api.Terminate("")),
    "112",
  );
  assert.equal(
    code(() => api.Initialize()),
    "201",
  );
  assert.equal(
    code(() => api.Initialize("")),
    "0",
  );
  assert.equal(
    code(() => api.Initialize("")),
    "103",
  );
  assert.equal(
    code(() => api.Commit(null)),
    "201",
  );
  assert.equal(
    code(() => api.SetValue("cmi.exit", 1)),
    "406",
  );
  assert.equal(
    code(() => api.Terminate("")),
    "0",
  );
  assert.equal(
    code(() => api.Terminate("")),
    "113",
  );
  assert.equal(
    code(() => api.Commit("")),
    "143",
  );
  assert.equal(
    code(() => api.SetValue("cmi.exit", "")),
    "133",
  );
  assert.equal(
    code(() => api.GetValue("cmi.mode")),
    "123",
  );
  assert.equal(
    code(() => api.Initialize("")),
    "104",
  );
});

test("reading: unset, write-only, unknown, keywords", () => {
  const api = open();
  assert.equal(api.GetValue("cmi.score.raw"), "");
  assert.equal(api.GetLastError(), "403");
  assert.equal(read(api, "cmi.exit"), "405");
  assert.equal(read(api, "cmi.core.entry"), "401");
  assert.equal(api.GetValue("cmi.score._children"), "scaled,raw,min,max");
  assert.equal(read(api, "cmi.location._children"), "301");
  assert.equal(read(api, "cmi.score._count"), "301");
});

test("nothing comes back unless the exit was suspend", () => {
  const first = open();
  write(first, "cmi.suspend_data", "abc");
  first.Commit("");
  const lost = first.nextSession();
  lost.Initialize("");
  assert.deepEqual([lost.GetValue("cmi.suspend_data"), lost.GetValue("cmi.entry")], ["", "ab-initio"]);
  write(first, "cmi.exit", "suspend");
  first.Terminate("");
  const second = first.nextSession();
  second.Initialize("");
  assert.deepEqual([second.GetValue("cmi.suspend_data"), second.GetValue("cmi.entry")], ["abc", "resume"]);
});

test("with a passing score the LMS judges at the end", () => {
  const end = (mastery: string, scaled: string) => {
    const api = open({ mastery });
    if (scaled) write(api, "cmi.score.scaled", scaled);
    api.Terminate("");
    return api.report("cmi.success_status");
  };
  assert.deepEqual(
    [end("0.8", "0.8"), end("0.8", "0.79"), end("", "0.9"), end("0.8", "")],
    ["passed", "failed", "unknown", "unknown"],
  );
});
