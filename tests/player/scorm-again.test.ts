/** The player against a run-time that others wrote. It is more lenient than the strict ones, and different. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { course, readingCourse } from "./course";
import {
  allRight,
  allWrongTwice,
  benches,
  giveRight,
  giveWrong,
  readAll,
  visit,
  type Bench,
  type Visit,
} from "./learner";

type Call = { method: string; args: unknown[]; result: string; error: string };
type Again = Record<string, (...args: unknown[]) => unknown> & { cmi: unknown };
type AgainClass = new (settings: Record<string, unknown>) => Again;

const classes: Readonly<Record<string, [module: string, name: string]>> = {
  "SCORM 1.2": ["scorm-again/scorm12", "Scorm12API"],
  "SCORM 2004": ["scorm-again/scorm2004", "Scorm2004API"],
};

interface Session extends Visit {
  calls: Call[];
  get(element: string): string;
  refused(): Call[];
  kept(): Record<string, unknown>;
}

async function open(bench: Bench, payload = course(), start?: Record<string, unknown>): Promise<Session> {
  const [specifier, className] = classes[bench.name] ?? ["", ""];
  const module = (await import(specifier)) as Record<string, AgainClass>;
  const api = new module[className]!({ autocommit: false, logLevel: 5 });
  if (start) api["loadFromJSON"]!(start, "cmi");
  const errorOf = bench.name === "SCORM 1.2" ? "LMSGetLastError" : "GetLastError";
  const calls: Call[] = [];
  const shown = Object.fromEntries(
    ["Initialize", "GetValue", "SetValue", "Commit", bench.finish.replace("LMS", "")].map((plain) => {
      const method = bench.name === "SCORM 1.2" ? `LMS${plain}` : plain;
      return [
        method,
        (...args: unknown[]) => {
          const result = api[method]!(...args);
          calls.push({ method, args, result: String(result), error: String(api[errorOf]!()) });
          return result;
        },
      ];
    }),
  );
  shown[errorOf] = () => api[errorOf]!();
  const learner = visit({ payload, lms: bench.transport({ [bench.apiName]: shown }) });
  return {
    ...learner,
    calls,
    get: (element) =>
      element
        .split(".")
        .slice(1)
        .reduce<unknown>((at, part) => (at as Record<string, unknown>)?.[part], plain(api.cmi)) as string,
    refused: () => calls.filter(({ method, result }) => !method.endsWith("GetValue") && result !== "true"),
    kept: () => plain(api.cmi),
  };
}

function plain(cmi: unknown): Record<string, unknown> {
  return JSON.parse(JSON.stringify(cmi)) as Record<string, unknown>;
}

for (const bench of benches) {
  const { name } = bench;
  const isOld = name === "SCORM 1.2";
  const outcome = (session: Session) =>
    [bench.status, bench.success].flatMap((one) => (one ? [session.get(one)] : [])).join(" ");

  test(`${name}, scorm-again: first writes, one start, one end, nothing refused [items 28, 29, 30]`, async () => {
    const session = await open(bench);
    const writes = session.calls.filter(({ method }) => /SetValue|Commit/.test(method));
    assert.deepEqual(
      writes.map(({ method, args }) => (method.endsWith("Commit") ? "commit" : args[0])),
      [bench.exit, bench.status, bench.sessionTime, "commit"],
    );
    session.do(...readAll, ...allRight);
    session.browser.pass(3000);
    session.do({ type: "exit" });
    for (const method of [bench.initialize, bench.finish]) {
      assert.equal(session.calls.filter((call) => call.method === method).length, 1, method);
    }
    assert.equal(session.calls.at(-1)?.method, bench.finish);
    assert.deepEqual(session.refused(), []);
    assert.equal(outcome(session), isOld ? "passed" : "completed passed");
    assert.equal(session.get(bench.raw), "100");
  });

  test(`${name}, scorm-again: failed without attempts left, completed by reading [item 35]`, async () => {
    const failing = await open(bench, course({ quizAttempts: 1 }));
    failing.do(...readAll, ...allWrongTwice, { type: "exit" });
    assert.equal(outcome(failing), isOld ? "failed" : "completed failed");
    assert.deepEqual(failing.refused(), []);
    const reading = await open(bench, readingCourse());
    reading.do(...readAll, { type: "exit" });
    assert.equal(outcome(reading), isOld ? "completed" : "completed unknown");
    assert.deepEqual(reading.refused(), []);
  });

  test(`${name}, scorm-again: half-way and back [items 36, 41, 44]`, async () => {
    const first = await open(bench);
    first.do(...readAll, giveRight("een-goed"), giveWrong("meer-goed"), { type: "exit" });
    const second = await open(bench, course(), first.kept());
    assert.equal(second.view().bookmark, "les-twee");
    assert.deepEqual([...second.view().answers.keys()], ["een-goed", "meer-goed"]);
    second.do(giveRight("meer-goed"), giveRight("klopt-het"), giveRight("tweede-ronde"), { type: "exit" });
    assert.equal(outcome(second), isOld ? "passed" : "completed passed");
    assert.deepEqual(second.refused(), []);
  });

  test(`${name}, scorm-again: review writes nothing [item 51]`, async () => {
    const first = await open(bench);
    first.do(giveRight("een-goed"), { type: "exit" });
    const start = first.kept();
    if (isOld) (start["core"] as Record<string, unknown>)["lesson_mode"] = "review";
    else start["mode"] = "review";
    const session = await open(bench, course(), start);
    assert.equal(session.view().phase, "reviewing");
    session.do(...readAll, ...allRight, { type: "exit" });
    assert.deepEqual(
      session.calls.filter(({ method }) => method.endsWith("SetValue")),
      [],
    );
  });

  test(`${name}, scorm-again: interactions are taken as they are written [items 33, 39]`, async () => {
    const payload = course();
    payload.questions["een-goed"]!.text = `{Twee}\nregels [,] en ${"😀".repeat(200)}`;
    const session = await open(bench, payload);
    session.do(giveWrong("een-goed"), giveRight("klopt-het"));
    session.browser.pass(1000);
    const sent = session.calls.filter(
      ({ method, args }) => method.endsWith("SetValue") && String(args[0]).startsWith("cmi.interactions"),
    );
    assert.ok(sent.length >= 14);
    assert.deepEqual(
      sent.filter(({ result }) => result !== "true"),
      [],
    );
  });
}
