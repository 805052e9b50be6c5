/** Whole lives of learners by chance. LESBOUWER_RUNS and LESBOUWER_SEED ask for more, or for the same again. */

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { anyActions, anyBench, anyRules, anySteps } from "./any-learner";
import type { WholeCourse } from "./whole-course";
import { visitWith, type Bench } from "./learner";
import { Oracle, summaryOf } from "./oracle";
import { World } from "./world";

const numRuns = Number(process.env["LESBOUWER_RUNS"] ?? 100);
const seed = Number(process.env["LESBOUWER_SEED"] ?? 20_261_122);

/** Runs the lives, says how many and with which seed, and shows the shortest life that went wrong. */
function hold<T extends { course: WholeCourse; bench: Bench }>(
  title: string,
  life: fc.Arbitrary<T>,
  live: (life: T) => void,
  steps: (life: T) => readonly unknown[],
): void {
  const { numRuns: runs, failed, counterexample, errorInstance } = fc.check(fc.property(life, live), { numRuns, seed });
  console.log(`${title}: ${runs} lives, seed ${seed}, ${failed ? "violated" : "no violation"}`);
  const [worst] = counterexample ?? [];
  if (!failed || !worst) return;
  const { masteryScore, quizzes } = worst.course.payload;
  const lines = [worst.bench.name, masteryScore, Object.values(quizzes)[0], ...steps(worst)];
  const problem = errorInstance instanceof Error ? errorInstance.stack : String(errorInstance);
  assert.fail(`${lines.map((line) => JSON.stringify(line)).join("\n")}\n${problem}`);
}

test("the score, the outcome and all that is done are those of a second reckoning [items 31, 35, 36]", () => {
  hold(
    "reckoning",
    anyRules(fc.constant(false)).chain((course) => fc.record({ course: fc.constant(course), bench: anyBench, actions: anyActions(course) })),
    ({ course, bench, actions }) => {
      const { payload } = course;
      const mastery = payload.masteryScore === null ? "" : bench.name === "SCORM 1.2" ? "80" : "0.8";
      const api = bench.make({ mastery });
      const learner = visitWith(bench, api, { payload });
      const oracle = new Oracle(payload);
      for (const action of actions) {
        learner.do(action);
        oracle.do(action);
        const { score: shown, ...view } = summaryOf(learner.view());
        const { score, ...book } = oracle.summary();
        assert.deepEqual(view, book, JSON.stringify(action));
        // Half a ten-thousandth may go either way.
        assert.equal(shown === null, score === null);
        assert.ok(Math.abs((shown ?? 0) - (score ?? 0)) < 1.5e-4, `score ${shown}, reckoned ${score}`);
      }
      learner.do({ type: "exit" });
      const { success, completed, score } = oracle.summary();
      const isJudged = payload.masteryScore !== null;
      const isOld = bench.success === null;
      const reached = completed ? "completed" : "incomplete";
      const judged = success === "unknown" ? "incomplete" : success;
      const status = api.report(bench.status);
      if (isOld) assert.equal(status, isJudged ? judged : reached);
      else assert.equal(status, completed && (!isJudged || success !== "unknown") ? "completed" : "incomplete");
      if (score !== null && success !== "unknown") assert.ok(Math.abs(Number(api.report(bench.raw)) - 100 * score) < 0.015);
    },
    ({ actions }) => actions,
  );
});

test("whatever happens, what was committed stays, no status drops or lies, and all that was done arrives [items 36, 44, 47, 49]", () => {
  hold(
    "lives",
    anyRules(fc.boolean()).chain((course) => fc.record({ course: fc.constant(course), bench: anyBench, steps: anySteps(course) })),
    ({ course, bench, steps }) => {
      const world = new World(bench, course);
      world.step({ do: "launch", lms: "now" });
      for (const step of steps) world.step(step);
      world.finish();
    },
    ({ steps }) => steps,
  );
});
