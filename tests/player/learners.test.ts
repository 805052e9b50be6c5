/** Many learners who do things in any order, against an LMS that fails now and then. */

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Action, View } from "../../builder/player/src/store";
import { course, lessonIds, questionIds, readingCourse, right, wrong } from "./course";
import { benches, give, visitWith, type Bench, type Visit } from "./learner";
import { chance, type Chance } from "./random";

const RANKS: Readonly<Record<string, number>> = { failed: 2, completed: 3, passed: 4 };

function anyAction(luck: Chance): Action {
  const question = luck.pick(questionIds);
  const page = luck.pick([...lessonIds, "toets-een", "toets-twee"]);
  return luck.pick<Action>([
    { type: "visit", page },
    { type: "finish-page", page },
    give(question, right[question]),
    give(question, right[question]),
    give(question, wrong[question]),
    give(question, []),
    { type: "draft", question, answer: luck.pick([right[question] ?? [], wrong[question] ?? [], []]) },
    { type: "reveal", question },
    { type: "retake", quiz: luck.pick(["toets-een", "toets-twee"]) },
    { type: "retry" },
  ]);
}

/** What must never get less, as numbers. */
function reached(view: View): number[] {
  const best = [...view.quizzes.values()].map((quiz) => quiz.best);
  return [view.done.size, view.score ?? 0, Number(view.completed), RANKS[view.success] ?? 0, ...best];
}

function wantNoLess(before: number[], after: number[], hint: string): void {
  before.forEach((value, place) =>
    assert.ok((after[place] ?? 0) >= value - 1e-9, `${hint}: ${before} became ${after}`),
  );
}

function live(bench: Bench, seed: number): void {
  const luck = chance(seed);
  const payload = luck.pick([
    course(),
    course({ quizAttempts: 1, questionAttempts: 1 }),
    course({ masteryScore: null, quizAttempts: null }),
    readingCourse(),
  ]);
  const mastery = payload.masteryScore === null ? "" : bench.name === "SCORM 1.2" ? "80" : "0.8";
  let api = bench.make({ mastery }) as ReturnType<Bench["make"]>;
  let status = 0;
  for (let session = 0; session < 4; session += 1) {
    const learner: Visit = visitWith(bench, api, { payload });
    let before = reached(learner.view());
    for (let step = 0; step < 25; step += 1) {
      const hint = `${bench.name}, seed ${seed}, session ${session}, step ${step}`;
      learner.do(anyAction(luck));
      wantNoLess(before, reached(learner.view()), hint);
      before = reached(learner.view());
      learner.browser.pass(luck.pick([0, 200, 1000, 30_000]));
      if (luck.next() < 0.05)
        api.faults.push({
          method: luck.pick(["Commit", "SetValue"]),
          how: luck.pick(["false", "throw", "empty"]),
          times: 1 + luck.below(3),
        });
      if (luck.next() < 0.05) learner.browser.hide();
    }
    api.faults = [];
    learner.browser.pass(70_000);
    assert.notEqual(learner.view().saving, "failing");
    const last = learner.view();
    if (luck.next() < 0.5) learner.do({ type: "exit" });
    else learner.browser.leave(false);

    const now = RANKS[api.report(bench.status)] ?? 0;
    assert.ok(now >= status, `${bench.name}, seed ${seed}: status ${api.report(bench.status)} after a higher one`);
    status = now;
    if (mastery !== "" && last.success === "unknown" && bench.name === "SCORM 1.2") {
      assert.equal(api.report(bench.status), "incomplete", `seed ${seed}: the LMS made its own judgement`);
    }
    const commits = learner.view().saving;
    assert.equal(commits, "kept", `${bench.name}, seed ${seed}`);

    api = api.nextSession() as ReturnType<Bench["make"]>;
    const back = visitWith(bench, api, { payload }).view();
    wantNoLess(reached(last), reached(back), `${bench.name}, seed ${seed}, resume`);
    for (const [id, draft] of back.drafts) assert.deepEqual(draft, last.drafts.get(id), `${bench.name}, seed ${seed}`);
    assert.ok(back.drafts.size <= 1);
    assert.deepEqual(
      [...back.answers].map(([id, one]) => [id, one.answer, one.tries, one.final]),
      sorted(last),
    );
    api = api.nextSession() as ReturnType<Bench["make"]>;
  }
}

/** Answers in the order of the state, which is that of the slots. */
function sorted(view: View): unknown[] {
  return questionIds.flatMap((id) => {
    const one = view.answers.get(id);
    return one ? [[id, one.answer, one.tries, one.final]] : [];
  });
}

for (const bench of benches) {
  test(`${bench.name}: whatever learners do, nothing they reached is lost or lowered [items 36, 44, 49]`, () => {
    for (let seed = 1; seed <= 60; seed += 1) live(bench, seed);
  });
}
