import assert from "node:assert/strict";
import { test } from "node:test";
import { choiceOf, course, plainQuiz } from "./course";
import { allRight, benches, give, giveRight, order, outcome, readAll, visitWith, written } from "./learner";

for (const bench of benches) {
  const { name } = bench;
  const isOld = name === "SCORM 1.2";

  test(`${name}: exit, status and session time are committed before the learner does anything [item 29]`, () => {
    const api = bench.make();
    visitWith(bench, api);
    assert.deepEqual(order(api), [bench.exit, bench.status, bench.sessionTime, "commit"]);
    assert.deepEqual(written(api, bench.exit), ["suspend"]);
    assert.deepEqual(written(api, bench.status), ["incomplete"]);
  });

  test(`${name}: session time first, then state, interactions, score, status, commit [item 30]`, () => {
    const api = bench.make();
    const learner = visitWith(bench, api);
    learner.do(...readAll, ...allRight);
    const before = api.calls.length;
    learner.browser.pass(1000);
    const names = api.calls
      .slice(before)
      .flatMap(({ method, args }) =>
        method.endsWith("SetValue")
          ? [args[0]?.replace(/^cmi\.interactions\.\d.*/, "interactions") ?? ""]
          : method.endsWith("Commit")
            ? ["commit"]
            : [],
      );
    const expected = isOld
      ? [
          "cmi.core.session_time",
          "cmi.core.lesson_location",
          "cmi.suspend_data",
          "interactions",
          "cmi.core.exit",
          "cmi.core.score.min",
          "cmi.core.score.max",
          "cmi.core.score.raw",
          "cmi.core.lesson_status",
          "commit",
        ]
      : [
          "cmi.session_time",
          "cmi.location",
          "cmi.suspend_data",
          "interactions",
          "cmi.exit",
          "cmi.progress_measure",
          "cmi.score.min",
          "cmi.score.max",
          "cmi.score.raw",
          "cmi.score.scaled",
          "cmi.completion_status",
          "cmi.success_status",
          "commit",
        ];
    assert.deepEqual(
      names.filter((one, place) => one !== names[place - 1]),
      expected,
    );
  });

  test(`${name}: an LMS without interactions is asked once, everything else is kept [item 42]`, () => {
    const api = bench.make({ without: ["cmi.interactions"] });
    const learner = visitWith(bench, api);
    for (const action of allRight) {
      learner.do(action);
      learner.browser.pass(1000);
    }
    const tried = api.callsOf("SetValue").filter(({ args }) => args[0]?.startsWith("cmi.interactions"));
    assert.equal(tried.length, isOld ? 1 : 0, "SCORM 2004 asks by its count");
    assert.equal(learner.view().saving, "kept");
    assert.equal(api.report(bench.raw), "100");
  });

  test(`${name}: a part of an interaction that the LMS lacks is left out, the others are written [item 42]`, () => {
    const api = bench.make({
      faults: [{ method: "SetValue", element: "cmi.interactions.0.weighting", how: "false", code: "401" }],
    });
    const learner = visitWith(bench, api);
    learner.do(giveRight("een-goed"), giveRight("meer-goed"));
    learner.browser.pass(1000);
    assert.equal(written(api, "cmi.interactions.1.weighting").length, 0);
    assert.deepEqual(written(api, "cmi.interactions.1.result"), ["correct"]);
    assert.equal(learner.view().saving, "kept");
  });

  test(`${name}: an LMS that answers every question with nothing is worked with [item 43]`, () => {
    const api = bench.make({ faults: [{ method: "GetValue", how: "empty", code: isOld ? "0" : "403" }] });
    const learner = visitWith(bench, api);
    assert.deepEqual(
      [learner.view().phase, learner.view().learnerName, learner.view().masteryScore],
      ["running", "", 0.8],
    );
    assert.deepEqual(written(api, bench.status), ["incomplete"]);
    learner.do(...readAll, ...allRight, { type: "exit" });
    assert.equal(outcome(bench, api), isOld ? "passed" : "completed passed");
    assert.equal(api.kept["cmi.interactions.3.id"], "q_tweede_ronde");
  });

  test(`${name}: an LMS that throws at every other question is worked with [item 43]`, () => {
    const elements = ["credit", "core.credit", "learner_name", "core.student_name"];
    const api = bench.make({
      faults: elements.map((element) => ({ method: "GetValue", element: `cmi.${element}`, how: "throw" })),
    });
    const learner = visitWith(bench, api);
    learner.do(giveRight("een-goed"));
    learner.browser.pass(1000);
    assert.deepEqual([learner.view().phase, learner.view().saving], ["running", "kept"]);
  });

  test(`${name}: while the kept state cannot be read, nothing is written over it [items 49, 55]`, () => {
    const first = bench.make();
    const before = visitWith(bench, first);
    before.do(giveRight("meer-goed"), { type: "exit" });
    const text = first.report("cmi.suspend_data");

    const api = first.nextSession();
    api.faults.push({ method: "GetValue", element: "cmi.suspend_data", how: "throw", times: 3 });
    const learner = visitWith(bench, api);
    learner.do(giveRight("een-goed"));
    assert.deepEqual([learner.view().phase, written(api, "cmi.suspend_data")], ["searching", []]);
    assert.equal(api.report("cmi.suspend_data"), text);
    learner.browser.pass(1000);
    assert.equal(learner.view().phase, "running");
    assert.deepEqual([...learner.view().answers.keys()].sort(), ["een-goed", "meer-goed"]);
    learner.browser.pass(1000);
    assert.deepEqual([learner.view().saving, api.refused().map(({ method }) => method)], [
      "kept",
      [`${bench.apiName === "API" ? "LMS" : ""}Initialize`, `${bench.apiName === "API" ? "LMS" : ""}Initialize`, `${bench.apiName === "API" ? "LMS" : ""}Initialize`],
    ]);
  });

  test(`${name}: a damaged state does not break the start and is left alone until there is progress [item 55]`, () => {
    for (const text of ["9;from;the;future", "1;abc123;zzzz;P;L;Z;S.;J0;Q;D", '{"page":3}']) {
      const api = bench.make({
        stored: { "cmi.suspend_data": text, [bench.location]: "les-twee", "cmi.exit": "suspend" },
      });
      const learner = visitWith(bench, api);
      assert.deepEqual([learner.view().phase, learner.view().bookmark], ["running", "les-twee"]);
      learner.do({ type: "visit", page: "les-een" });
      learner.browser.pass(1000);
      learner.browser.hide();
      assert.equal(api.report("cmi.suspend_data"), text);
      learner.do({ type: "finish-page", page: "les-een" });
      learner.browser.pass(1000);
      assert.match(api.report("cmi.suspend_data"), /^1;abc123;[0-9a-z]{4};Pg;/);
    }
  });

  test(`${name}: a state of an earlier build is read by a later one [item 54]`, () => {
    const api = bench.make();
    const before = visitWith(bench, api);
    before.do(...readAll, giveRight("een-goed"), give("meer-goed", ["a"]), { type: "exit" });
    const later = course({ build: "later1" });
    const asked = choiceOf(later, "meer-goed");
    const changed = { ...asked, options: asked.options.slice(0, 2).reverse() };
    later.questions["meer-goed"] = changed;
    later.pages = [...later.pages].reverse().filter((page) => page.id !== "les-twee");
    const next = api.nextSession();
    const learner = visitWith(bench, next, { payload: later });
    assert.deepEqual([...learner.view().done], ["les-een"]);
    assert.deepEqual([...learner.view().answers.keys()].sort(), ["een-goed", "meer-goed"]);
    assert.equal(
      learner.view().answers.get("meer-goed")?.final,
      true,
      "the key has changed: this answer is all right now",
    );
    learner.browser.pass(1000);
    assert.match(next.report("cmi.suspend_data"), /^1;later1;/, "more points than before are passed on at once");
  });

  test(`${name}: the longest session of the largest course stays small enough [items 45, 46]`, () => {
    const payload = course({ questionAttempts: 3, quizAttempts: null });
    const [base] = Object.values(payload.questions);
    const ids = Array.from({ length: 80 }, (_, slot) => `vraag-${slot}`);
    payload.questions = Object.fromEntries(
      ids.map((id, slot) => [
        id,
        { ...base!, id, slot, text: `Wat is een goede eerste stap bij situatie ${slot}? `.repeat(8) },
      ]),
    );
    payload.pages = Array.from({ length: 120 }, (_, slot) => ({
      ...payload.pages[0]!,
      id: `bladzij-${slot}`,
      slot,
      kind: slot % 12 === 0 ? ("quiz" as const) : ("lesson" as const),
    }));
    payload.quizzes = Object.fromEntries(
      Array.from({ length: 10 }, (_, part) => [
        `bladzij-${part * 12}`,
        plainQuiz(ids.slice(part * 8, part * 8 + 8), { questionAttempts: 3 }),
      ]),
    );
    const api = bench.make();
    const learner = visitWith(bench, api, { payload });
    for (const { id } of payload.pages) learner.do({ type: "visit", page: id }, { type: "finish-page", page: id });
    let most = 0;
    for (const id of ids) {
      for (const answer of [["a"], ["c"], ["b"]]) {
        learner.do(give(id, answer));
        const before = api.calls.length;
        learner.browser.pass(1000);
        const sent = api.calls.slice(before).filter(({ method }) => method.endsWith("SetValue"));
        most = Math.max(
          most,
          sent.reduce((sum, { args }) => sum + encodeURIComponent(args.join("=")).length + 1, 0),
        );
      }
    }
    assert.deepEqual(api.refused(), []);
    assert.ok(api.report("cmi.suspend_data").length <= 4096);
    const all = Object.entries(api.kept).reduce(
      (sum, [element, value]) => sum + encodeURIComponent(`${element}=${value}`).length + 1,
      0,
    );
    const records =
      Number(
        api
          .callsOf("SetValue")
          .filter(({ args }) => args[0]?.endsWith(".id"))
          .at(-1)
          ?.args[0]?.split(".")[2],
      ) + 1;
    assert.equal(records, isOld ? 200 : 80, "a journal is capped, a record is brought up to date");
    if (isOld) assert.ok(most < 48_000, `${most} characters in one commit`);
    else assert.ok(all < 60_000, `${all} characters in all`);
  });
}
