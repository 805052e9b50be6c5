import assert from "node:assert/strict";
import { test } from "node:test";
import type { QuestionPayload } from "../../builder/player/src/payload";
import { questionType, questionTypes } from "../../builder/player/src/questions";
import { plainVerdict } from "../../builder/player/src/questions/type";
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

function named(name: string): QuestionPayload {
  const found = cases.find((one) => one.name === name);
  assert.ok(found, name);
  return found.question;
}

/** What each option is told, as `look key panel`. */
function verdicts(question: QuestionPayload, chosen: string, isFinal: boolean): (string | null)[] {
  const { verdict = plainVerdict } = questionType(question.type);
  return question.options.map(({ key }) => {
    const told = verdict(question, key, chosen === key, isFinal);
    return told && [told.look, told.key, told.panel].filter((part) => part !== undefined).join(" ");
  });
}

test("a judgement tells the grade of what was chosen, and every grade and the panel at the end", () => {
  const question = named("each grade once, with a panel");
  assert.deepEqual(verdicts(question, "c", false), [null, null, "part grade.yours_defensible"]);
  assert.deepEqual(verdicts(question, "a", true), [
    "no grade.yours_risky 3",
    "open grade.good 72",
    "plain grade.defensible 25",
  ]);
  assert.deepEqual(verdicts(question, "b", true)[1], "ok grade.yours_good 72");
});

test("a judgement without a panel says nothing of experts", () => {
  const told = verdicts(named("a risky answer earns nothing"), "b", true);
  assert.deepEqual(told, ["open grade.good", "no grade.yours_risky"]);
});

test("a judgement is headed by the grade, whatever the points", () => {
  const question = named("two good ones, the first is the pattern, and scores of their own");
  const heads = ["a", "b", "c", "d"].map((key) => questionType(question.type).heading?.(question, [key]));
  assert.deepEqual(heads, [
    { look: "ok", icon: "check", key: "grade.good" },
    { look: "ok", icon: "check", key: "grade.good" },
    { look: "part", icon: "half", key: "grade.defensible" },
    { look: "no", icon: "cross", key: "grade.risky" },
  ]);
});

test("single choice keeps the right answer back while tries remain", () => {
  const question = named("one right answer of three");
  assert.deepEqual(verdicts(question, "a", false), ["no mark.yours_wrong", null, null]);
  assert.deepEqual(verdicts(question, "a", true), ["no mark.yours_wrong", "open mark.right", null]);
});

test("multiple choice speaks of what was rightly left out and what was missed at the end", () => {
  const question = named("two right answers of four, all right");
  assert.deepEqual(verdicts(question, "a", false), ["ok mark.yours_right", null, null, null]);
  assert.deepEqual(verdicts(question, "a", true), [
    "ok mark.yours_right",
    "plain mark.left",
    "open mark.missed",
    "plain mark.left",
  ]);
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
