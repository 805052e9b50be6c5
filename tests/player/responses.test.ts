/** Every kind of answer as both standards write it, whatever question it belongs to. */

import assert from "node:assert/strict";
import { test } from "node:test";
import type { InteractionRecord, Transport } from "../../builder/player/src/lms/transport";
import type { Pattern, Response } from "../../builder/player/src/questions/type";
import { course } from "./course";
import { benches, written } from "./learner";

interface Row {
  response: Response;
  correct: Pattern[];
  /** Type, response and patterns, in SCORM 1.2 and in SCORM 2004. */
  old: [type: string, response: string, ...patterns: string[]];
  young: [type: string, response: string, ...patterns: string[]];
}

const long = "woord ".repeat(60);
const steps = Array.from({ length: 80 }, (_, at): [string, string] => [`stap-${at}`, "b"]);
const rows: Record<string, Row> = {
  choice: {
    response: { kind: "choice", keys: ["c", "a"] },
    correct: [{ kind: "choice", keys: ["a"] }],
    old: ["choice", "a,c", "a"],
    young: ["choice", "c[,]a", "a"],
  },
  "true or false": {
    response: { kind: "true-false", value: false },
    correct: [{ kind: "true-false", value: true }],
    old: ["true-false", "f", "t"],
    young: ["true-false", "false", "true"],
  },
  "one text with several forms": {
    response: { kind: "fill-in", texts: ["{ja}, [,] nee"] },
    correct: ["een", "Twee", "een"].map((text) => ({ kind: "fill-in", texts: [text], matchesCase: true })),
    old: ["fill-in", "(ja}, (,) nee", "een", "Twee"],
    young: ["fill-in", "(ja}, (,) nee", "{case_matters=true}een", "{case_matters=true}Twee"],
  },
  "more forms than a record may have": {
    response: { kind: "fill-in", texts: ["x"] },
    correct: [..."abcdefg"].map((text) => ({ kind: "fill-in", texts: [text], matchesCase: false })),
    old: ["fill-in", "x", ..."abcde"],
    young: ["fill-in", "x", ...[..."abcde"].map((text) => `{case_matters=false}${text}`)],
  },
  "several gaps": {
    response: { kind: "fill-in", texts: ["een", long] },
    correct: [{ kind: "fill-in", texts: ["een", "twee"], matchesCase: false }],
    old: ["fill-in", `een; ${long}`.slice(0, 255), "een; twee"],
    young: ["fill-in", `een[,]${long.slice(0, 250)}`, "{case_matters=false}{order_matters=true}een[,]twee"],
  },
  "a long text": {
    response: { kind: "long-fill-in", text: `regel een\nregel twee ${long}` },
    correct: [],
    old: ["fill-in", `regel een regel twee ${long}`.slice(0, 255)],
    young: ["long-fill-in", `regel een regel twee ${long}`.trim()],
  },
  "an exact number": {
    response: { kind: "numeric", value: 0.1 + 0.2 },
    correct: [{ kind: "numeric", low: -2.5, high: -2.5 }],
    old: ["numeric", "0.3", "-2.5"],
    young: ["numeric", "0.3", "-2.5[:]-2.5"],
  },
  "a number in a range": {
    response: { kind: "numeric", value: -3 },
    correct: [{ kind: "numeric", low: -4, high: 0.5 }],
    old: ["numeric", "-3"],
    young: ["numeric", "-3", "-4[:]0.5"],
  },
  matching: {
    response: { kind: "matching", pairs: [["a", "x"], ["b", "1"]] },
    correct: [{ kind: "matching", pairs: [["a", "y"], ["b", "x"]] }],
    old: ["matching", "a.x,b.1", "a.y,b.x"],
    young: ["matching", "a[.]x[,]b[.]1", "a[.]y[,]b[.]x"],
  },
  sequencing: {
    response: { kind: "sequencing", keys: ["c", "a", "b"] },
    correct: [{ kind: "sequencing", keys: ["a", "b", "c"] }],
    old: ["sequencing", "c,a,b", "a,b,c"],
    young: ["sequencing", "c[,]a[,]b", "a[,]b[,]c"],
  },
  "a path of steps": {
    response: { kind: "performance", steps: [["begin", "a"], ["na-de-les", "c"]] },
    correct: [],
    old: ["performance", "begin.a,na_de_les.c"],
    young: ["performance", "begin[.]a[,]na_de_les[.]c"],
  },
  "a scale": {
    response: { kind: "likert", step: 10 },
    correct: [],
    old: ["likert", "a"],
    young: ["likert", "l10"],
  },
};

for (const bench of benches) {
  const isOld = bench.name === "SCORM 1.2";

  function report(response: Response, correct: readonly Pattern[], earned = 0, possible = 1) {
    const api = bench.make();
    const transport: Transport = bench.transport({ [bench.apiName]: api });
    transport.open();
    const question = course().questions["een-goed"]!;
    const record: InteractionRecord = {
      question,
      response,
      correct,
      index: 0,
      earned,
      possible,
      at: new Date(Date.UTC(2026, 10, 22)),
      latencyMs: 1000,
    };
    const snapshot = { location: "", state: null, progress: 0, completed: false, success: "unknown" as const };
    transport.record(record);
    assert.ok(transport.save({ ...snapshot, score: null, graded: false, sessionMs: 0 }));
    assert.deepEqual(api.refused(), []);
    return api;
  }

  for (const [what, row] of Object.entries(rows)) {
    const title = `${bench.name}: ${what} [items ${isOld ? 37 : 38}, 39]`;
    test(title, () => {
      const api = report(row.response, row.correct);
      const [type, response, ...patterns] = isOld ? row.old : row.young;
      const part = (name: string) => written(api, `cmi.interactions.0.${name}`);
      assert.deepEqual(part("type"), [type]);
      assert.deepEqual(part(isOld ? "student_response" : "learner_response"), [response]);
      const found = patterns.map((_, at) => part(`correct_responses.${at}.pattern`)[0]);
      assert.deepEqual(found, patterns);
      assert.deepEqual(part(`correct_responses.${patterns.length}.pattern`), []);
    });
  }

  test(`${bench.name}: a long path is cut between two steps [item 39]`, () => {
    const api = report({ kind: "performance", steps }, []);
    const [text = ""] = written(api, `cmi.interactions.0.${isOld ? "student_response" : "learner_response"}`);
    assert.match(text, isOld ? /^(stap_\d+\.b,)*stap_\d+\.b$/ : /^(stap_\d+\[\.\]b\[,\])*stap_79\[\.\]b$/);
  });

  test(`${bench.name}: what cannot be right or wrong is neutral`, () => {
    const api = report({ kind: "likert", step: 1 }, [], 0, 0);
    assert.deepEqual(written(api, "cmi.interactions.0.result"), ["neutral"]);
    assert.deepEqual(written(api, "cmi.interactions.0.weighting"), ["0"]);
  });
}
