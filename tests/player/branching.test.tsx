/** A conversation as its learner reads it, and after an update of the course. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { branching as type } from "../../builder/player/src/questions/branching";
import type { BranchingPayload } from "../../builder/player/src/questions/conversation";
import { readCases } from "./cases";
import { readList, surroundings, words } from "./drawn";

const [first] = readCases<{ payload: BranchingPayload }>("questions").filter(({ file }) => file === "branching.yaml");
assert.ok(first);
/** Two ways to the best ending, and two other endings. */
const question = { ...first.payload, text: "Gesprek", lesson: null };

const nothingYet = {
  answer: [],
  earlier: undefined,
  onChange: () => undefined,
  onCheck: () => undefined,
  name: "a",
  describedBy: "",
  invalid: false,
};

/** What is read after checking: one line per step, its look in front. */
function shown(answer: string[], isFinal: boolean): string[] {
  const { Checked } = type;
  return readList(<Checked {...surroundings(question)} question={question} answer={answer} isFinal={isFinal} />);
}

/** What is told in the panel, each with the words that it is about. */
function told(answer: string[], isFinal: boolean): string[] {
  return type.explain(question, answer, isFinal, words).map(({ label, html }) => `${label}: ${html}`);
}

test("a conversation shows the way that was taken, and what else could be done only at the end", () => {
  const answer = ["begin/a", "begin/c", "haast/a", "vervolg/a"];
  const said = (key: string, word: string) => `block.me ${key} ${word} ${key}/reply`;
  assert.deepEqual(shown(answer, false), [
    `part begin/c dialogue.after begin ${said("begin/a", "dialogue.detour")} ${said("begin/c", "dialogue.reply")}`,
    `plain haast/a dialogue.direct haast ${said("haast/a", "dialogue.reply")}`,
    `plain vervolg/a dialogue.direct vervolg ${said("vervolg/a", "dialogue.reply")}`,
  ]);
  const [begin = "", haast = "", vervolg = ""] = shown(answer, true);
  const other = (key: string, word: string) => ` dialogue.instead ${key} ${word} ${key}/reply`;
  assert.ok(begin.endsWith(other("begin/b", "dialogue.reply")));
  assert.ok(haast.endsWith(other("haast/b", "dialogue.reply")));
  assert.ok(vervolg.endsWith(other("vervolg/b", "dialogue.detour") + other("vervolg/c", "dialogue.reply")));
});

test("a conversation also shows a way that was left again, and what was done there", () => {
  const lines = shown(["vervolg/b", "!begin/b", "begin/c", "haast/b"], false);
  assert.deepEqual(lines.map((line) => line.split(" ").slice(0, 3).join(" ")), [
    "part begin/c dialogue.after",
    "plain haast/b dialogue.direct",
    "part vervolg/b dialogue.after",
  ]);
  assert.match(lines[0]!, /block.me begin\/b dialogue.reply begin\/b\/reply block.me dialogue.back/);
});

test("a conversation tells the last reply, the ending, and how it counts unless it is all", () => {
  const best = ["dialogue.reply: Sam praat verder.", "dialogue.end: Jullie spreken af voor morgen."];
  assert.deepEqual(told(["begin/b", "vervolg/a"], true), best);
  assert.deepEqual(told(["begin/a", "begin/b", "vervolg/a"], false), [
    ...best,
    "dialogue.count: <p>dialogue.cost</p>",
  ]);
  assert.equal(
    told(["begin/b", "vervolg/c"], true)[2],
    "dialogue.count: <p>dialogue.worth</p>",
  );
});

test("a conversation is headed by what it earned, also when the other choices are shown", () => {
  const answers = [["begin/b", "vervolg/a"], ["begin/b", "vervolg/c"], ["begin/c", "haast/b"]];
  const heads = answers.map((answer) => type.heading?.(question, answer).key);
  assert.deepEqual(heads, ["feedback.correct", "feedback.partial", "feedback.incorrect"]);
});

test("the choices of a step can stand in another order, the steps never", () => {
  const turned = type.shuffle?.(question, (things) => [...things].reverse()) ?? question;
  const own = readList(<type.Control {...surroundings(turned)} {...nothingYet} question={turned} />);
  assert.deepEqual(own, [" begin", " begin/c", " begin/b", " begin/a"]);
  const answer = ["begin/a", "begin/b", "vervolg/a"];
  assert.equal(type.encode(turned, answer), type.encode(question, answer));
});

test("after an update a conversation goes on where its steps still fit [item 54]", () => {
  const text = type.encode(question, ["begin/a", "begin/c", "haast/a", "vervolg/b"]);
  const without = { ...question, choices: question.choices.filter(({ step }) => step !== "haast") };
  assert.deepEqual(type.decode(without, text), ["begin/a", "begin/c", "vervolg/b"]);
  const leads = (key: string, to: string) => ({
    ...question,
    choices: question.choices.map((one) => (one.key === key ? { ...one, to } : one)),
  });
  assert.deepEqual(type.decode(leads("begin/c", ""), text), ["begin/a", "begin/c", "vervolg/b"]);
  assert.deepEqual(type.decode(leads("begin/a", "vervolg"), text), ["begin/a", "vervolg/b"]);
  assert.deepEqual(type.decode(leads("begin/c", "boos"), text), ["begin/a", "begin/c", "vervolg/b"]);
  assert.deepEqual(type.score(leads("begin/c", "boos"), ["begin/c"]), { kind: "scored", earned: 0, possible: 2 });
  const back = type.encode(question, ["!begin/c", "begin/b"]);
  assert.deepEqual(type.decode(leads("begin/c", "boos"), back), ["begin/b"]);
});
