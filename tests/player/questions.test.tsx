import assert from "node:assert/strict";
import { test } from "node:test";
import { questionType, questionTypes } from "../../builder/player/src/questions";
import type { Heading } from "../../builder/player/src/questions/type";
import type { Words } from "../../builder/player/src/shell/words";
import type { Score } from "../../builder/player/src/store";
import { course, plainQuiz } from "./course";
import { readList, surroundings, words } from "./drawn";
import { benches, give, visitWith, written } from "./learner";
import { cases, named, shown, told } from "./question-cases";

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
        ? { kind: "invalid", key: invalid }
        : { kind: "scored", earned: earned ?? NaN, possible: possible ?? NaN };
      assert.deepEqual(questionType(question.type).score(question, answer), expected, answer.join(","));
    }
  });
}

for (const { file, name, question, kept = [] } of cases) {
  for (const { answer, text, read = answer } of kept) {
    test(`${file}: ${name}: ${JSON.stringify(answer)} in the state [item 45]`, () => {
      const type = questionType(question.type);
      assert.match(text, /^[\w.!~-]*$/);
      assert.equal(type.encode(question, answer), text);
      assert.deepEqual(type.decode(question, text), read);
    });
  }
}

test("every type shows how its answers are kept, and reads any text without an accident", () => {
  assert.deepEqual(new Set(cases.filter((one) => one.kept).map((one) => one.question.type)).size, questionTypes.length);
  for (const { question } of cases) {
    const type = questionType(question.type);
    for (const text of ["", "0", "zz", "~", "!", "~~", "-", ".", "a.b~!", "!!!!", "zzzzzzzzzzzzzzzzzzzz"]) {
      const answer = type.decode(question, text);
      const again = type.encode(question, answer);
      assert.match(again, /^[\w.!~-]*$/);
      assert.equal(answer.length === 0, again === "", `${question.type}: ${text}`);
      type.score(question, answer);
    }
    assert.deepEqual(type.decode(question, type.encode(question, [])), []);
    assert.equal(type.score(question, []).kind, "invalid");
  }
});

test("a judgement tells the grade of what was chosen, and every grade and the panel at the end", () => {
  const question = named("each grade once, with a panel");
  assert.deepEqual(shown(question, ["c"], false), ["plain a", "plain b", "part c grade.yours_defensible"]);
  assert.deepEqual(shown(question, ["a"], true), [
    "no a grade.yours_risky grade.panel",
    "open b grade.good grade.panel",
    "plain c grade.defensible grade.panel",
  ]);
  assert.equal(shown(question, ["b"], true)[1], "ok b grade.yours_good grade.panel");
});

test("a judgement without a panel says nothing of experts", () => {
  const question = named("a risky answer earns nothing");
  assert.deepEqual(shown(question, ["b"], true), ["open a grade.good", "no b grade.yours_risky"]);
});

test("a judgement is headed by the grade, whatever the points", () => {
  const question = named("two good ones, the first is the pattern, and scores of their own");
  const heads = ["a", "b", "c", "d"].map((key) => questionType(question.type).heading?.(question, [key]));
  assert.deepEqual(heads, [
    { look: "ok", icon: "check", key: "grade.good" },
    { look: "ok", icon: "check", key: "grade.good" },
    { look: "part", icon: "half", key: "grade.defensible" },
    { look: "no", icon: "cross", key: "grade.risky" },
  ] satisfies Heading[]);
});

test("single choice keeps the right answer back while tries remain", () => {
  const question = named("one right answer of three");
  assert.deepEqual(shown(question, ["a"], false), ["no a mark.yours_wrong", "plain b", "plain c"]);
  assert.deepEqual(shown(question, ["a"], true), ["no a mark.final_wrong", "open b mark.right", "plain c"]);
});

test("multiple choice speaks of what was rightly left out and what was missed at the end", () => {
  const question = named("two right answers of four, all right");
  assert.deepEqual(shown(question, ["a"], false), ["ok a mark.yours_right", "plain b", "plain c", "plain d"]);
  assert.deepEqual(shown(question, ["a"], true), [
    "ok a mark.yours_right",
    "plain b mark.left",
    "open c mark.missed",
    "plain d mark.left",
  ]);
});

test("a short text shows its model answer at the end, and that another form counts at once", () => {
  const question = named("two forms, one typing mistake, and a mistake that was expected");
  assert.deepEqual(shown(question, ["aandacht"], true), ["ok aandacht mark.yours_right"]);
  assert.deepEqual(shown(question, ["Opmerkzaamheid"], true), [
    "ok Opmerkzaamheid mark.accepted",
    "open aandacht mark.right",
  ]);
  assert.deepEqual(shown(question, ["opmerkzaamhied"], true), [
    "ok opmerkzaamhied mark.accepted",
    "open opmerkzaamheid mark.spelling",
  ]);
  assert.deepEqual(shown(question, ["rust"], false), ["no rust mark.yours_wrong"]);
  assert.deepEqual(shown(question, ["rust"], true), ["no rust mark.yours_wrong", "open aandacht mark.right"]);
});

test("a short text explains an expected mistake, and the right answer only at the end", () => {
  const question = named("two forms, one typing mistake, and a mistake that was expected");
  assert.deepEqual(told(question, ["stress"], false), ["stress: Dat is spanning."]);
  assert.deepEqual(told(question, ["rust"], false), ["rust: Lees terug."]);
  assert.deepEqual(told(question, ["rust"], true), ["aandacht: Je merkt op.", "rust: Lees terug."]);
  assert.deepEqual(told(question, ["aandachd"], true), ["aandachd: Je merkt op."]);
});

test("gaps are judged one by one, and show what was meant at the end", () => {
  const question = named("a gap to type in and one to choose from");
  assert.deepEqual(shown(question, ["ziet", "a"], false), [
    "no quiz.gap:  ziet mark.yours_wrong",
    "no quiz.gap:  presteert mark.yours_wrong",
  ]);
  assert.deepEqual(shown(question, ["gevoeld hebt", "a"], true), [
    "ok quiz.gap:  gevoeld hebt mark.accepted",
    "open quiz.gap:  voelt mark.right",
    "no quiz.gap:  presteert mark.yours_wrong",
    "open quiz.gap:  functioneert mark.right",
  ]);
  assert.deepEqual(told(question, ["ziet", "b"], false), [
    "quiz.gap: ziet: Zien is anders.",
    "quiz.gap: functioneert: Ja.",
  ]);
  assert.deepEqual(told(question, ["rust", "a"], true), [
    "quiz.gap: voelt: Zo is het.",
    "quiz.gap: rust: Lees terug.",
    "quiz.gap: functioneert: Ja.",
    "quiz.gap: presteert: Nee.",
  ]);
});

test("a new try at gaps keeps what was right, and a list may be shuffled", () => {
  const question = named("a gap to type in and one to choose from");
  const { start, shuffle } = questionType("gaps");
  assert.deepEqual(start?.(question, ["voelt", "a"]), ["voelt", ""]);
  assert.deepEqual(start?.(question, ["ziet", "a"]), []);
  assert.deepEqual(start?.(question, undefined), []);
  const turned = shuffle?.(question, (things) => [...things].reverse());
  assert.deepEqual(questionType("gaps").decode(turned ?? question, "1-x~~3"), ["x", "b"]);
  assert.match(JSON.stringify(turned), /functioneert.*presteert/);
});

test("a rating stands beside the earlier one, also when that was never given", () => {
  const question = named("ten steps, beside an earlier one");
  const { Checked, heading, summary } = questionType("rating");
  const spoken: Words = (key, values = {}) => [key, ...Object.values(values)].join(" ");
  const beside = (before: string[] | undefined) =>
    readList(
      <Checked {...surroundings(question)} words={spoken} answerTo={() => before} answer={["10"]} isFinal />,
    );
  const now = "plain rating.now rating.end 10 10 helemaal wel";
  assert.deepEqual(beside(["3"]), ["plain rating.before quiz.position 3 10 ", now]);
  assert.deepEqual(beside(undefined), ["plain rating.before rating.none", now]);
  assert.deepEqual(shown(named("five steps"), ["1"], true), ["plain rating.end"]);
  assert.deepEqual(shown(named("five steps"), ["2"], true), ["plain quiz.position"]);
  assert.deepEqual(heading?.(question, ["10"]), { look: "plain", icon: "check", key: "quiz.saved" });
  assert.equal(summary(question, ["10"], words), "rating.end");
});

test("a reflection shows the own note and the model answer, and nothing of it elsewhere", () => {
  const question = named("a model answer");
  const { response, summary } = questionType("reflection");
  assert.deepEqual(shown(question, ["done"], true), [
    "plain reflect.label note q_bedenk",
    "plain reflect.model Ik vraag Noor hoe het gaat.",
  ]);
  assert.deepEqual(shown(named("no model answer"), ["done"], true), ["plain reflect.label note q_bedenk"]);
  assert.equal(response(question, ["done"]), null);
  assert.equal(summary(question, ["done"], words), "");
});

test("a number says what is too low or too high, and which numbers count at the end", () => {
  const question = named("a percentage, give or take two");
  assert.deepEqual(told(question, ["10"], false), ["10 procent: Het is meer."]);
  assert.deepEqual(told(question, ["90"], false), ["90 procent: Minder."]);
  assert.deepEqual(shown(question, ["10"], false), ["no 10 procent mark.yours_wrong"]);
  assert.deepEqual(shown(question, ["10"], true), ["no 10 procent mark.yours_wrong", "open 25 procent mark.range"]);
  assert.deepEqual(shown(question, ["26"], true), ["ok 26 procent mark.accepted", "open 25 procent mark.range"]);
  assert.deepEqual(shown(question, ["25"], true), ["ok 25 procent mark.yours_right"]);
});

test("a large number is written in groups, in the language of the course", () => {
  const question = named("more than a report can hold");
  assert.deepEqual(shown(question, ["17"], true)[1], "open 17number.group500number.group000number.point5 mark.right");
});

test("a try starts empty, and the answer is one line in the results", () => {
  for (const { question, interactions } of cases) {
    const type = questionType(question.type);
    if (!interactions) continue;
    const line = type.summary(question, interactions.answer, words);
    assert.doesNotMatch(line, /\n/);
    assert.equal(typeof type.instruction(question, words), "string");
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
        quizzes: { "toets-een": plainQuiz([question.id]) },
      };
      const learner = visitWith(bench, api, { payload: only });
      learner.do(give(question.id, interactions.answer));
      learner.browser.pass(1000);
      for (const [part, value] of Object.entries(interactions[column])) {
        const expected = value === null ? [] : [value];
        assert.deepEqual(written(api, `cmi.interactions.0.${PARTS[part] ?? part}`), expected, part);
      }
      assert.deepEqual(api.refused(), []);
    });
  }
}
