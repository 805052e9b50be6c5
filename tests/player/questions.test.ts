import assert from "node:assert/strict";
import { test } from "node:test";
import type { QuestionPayload } from "../../builder/player/src/payload";
import { questionType, questionTypes } from "../../builder/player/src/questions";
import type { Score } from "../../builder/player/src/store";
import { readCases } from "./cases";
import { course } from "./course";
import { benches, give, visitWith, written } from "./learner";

interface QuestionCase {
  name: string;
  /** Absent for a question that the builder refuses. */
  payload?: Omit<QuestionPayload, "text" | "lesson">;
  scores?: { answer: string[]; earned?: number; possible?: number; invalid?: "empty" }[];
  interactions?: { answer: string[] } & Record<"scorm12" | "scorm2004", Record<string, string>>;
}

const cases = readCases<QuestionCase>("questions").flatMap((one) =>
  one.payload
    ? [
        {
          ...one,
          question: { ...one.payload, text: `Vraag ${one.payload.id}`, lesson: null } satisfies QuestionPayload,
        },
      ]
    : [],
);

test("every question type has cases", () => {
  assert.deepEqual(new Set(cases.map((one) => one.question.type)), new Set(questionTypes.map(({ type }) => type)));
});

test("the registry is in alphabetical order and refuses a type that it does not know", () => {
  const names = questionTypes.map(({ type }) => type);
  assert.deepEqual(names, [...names].sort());
  assert.throws(() => questionType("hotspot"), /hotspot/);
});

for (const { file, name, question, scores = [] } of cases) {
  test(`${file}: ${name}: scores`, () => {
    assert.notEqual(scores.length, 0);
    for (const { answer, earned, possible, invalid } of scores) {
      const expected: Score = invalid
        ? { kind: "invalid", reason: invalid }
        : { kind: "scored", earned: earned ?? NaN, possible: possible ?? NaN };
      assert.deepEqual(questionType(question.type).score(question, answer), expected, answer.join(","));
    }
  });
}

test("keys that the question does not have do not count as an answer", () => {
  for (const { question } of cases) {
    const score = questionType(question.type).score(question, ["zz"]);
    assert.deepEqual(score, { kind: "invalid", reason: "empty" });
  }
});

/** Fields that the two standards call differently. */
const PARTS: Readonly<Record<string, string>> = { pattern: "correct_responses.0.pattern" };

for (const bench of benches) {
  const column = bench.name === "SCORM 1.2" ? "scorm12" : "scorm2004";
  for (const { file, name, question, interactions } of cases) {
    if (!interactions) continue;
    test(`${file}: ${name}: interaction in ${bench.name}`, () => {
      const api = bench.make();
      const payload = course();
      const only = {
        ...payload,
        questions: { [question.id]: question },
        quizzes: { "toets-een": { questions: [question.id], questionAttempts: 2, quizAttempts: null } },
      };
      const learner = visitWith(bench, api, { payload: only });
      learner.do(give(question.id, interactions.answer));
      learner.browser.pass(1000);
      for (const [part, value] of Object.entries(interactions[column])) {
        assert.deepEqual(written(api, `cmi.interactions.0.${PARTS[part] ?? part}`), [value], part);
      }
      assert.deepEqual(api.refused(), []);
    });
  }
}
