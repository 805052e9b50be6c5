/** Questions of several parts: pairs, categories and an order. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { questionType } from "../../builder/player/src/questions";
import type { OrderingPayload } from "../../builder/player/src/questions/ordering";
import type { PairsPayload } from "../../builder/player/src/questions/pairs";
import { readControls, surroundings } from "./drawn";
import { cases, named, shown, told } from "./question-cases";

test("matching tells each part, and what belonged there only at the end", () => {
  const question = named("three pairs and a distractor, part of the points for part of the pairs");
  const answer = ["a.a", "b.x", "c.b"];
  assert.deepEqual(shown(question, answer, false), [
    "ok a ziet de leerling elke dag mark.yours_right",
    "no b geeft cijfers mark.yours_wrong",
    "no c kijkt naar de gezondheid mark.yours_wrong",
  ]);
  assert.deepEqual(shown(question, answer, true).slice(1), [
    "no b geeft cijfers mark.yours_wrong mark.belongs",
    "no c kijkt naar de gezondheid mark.yours_wrong mark.belongs",
  ]);
  assert.deepEqual(told(question, answer, false), ["Mentor: Zo merkt hij veel op."]);
  assert.deepEqual(told(question, ["a.b", "b.x", "c.b"], false), [], "nothing that is wrong is given away");
  assert.equal(told(question, answer, true).length, 3);
});

test("a new try of matching starts with what was right", () => {
  const question = named("three pairs and a distractor, part of the points for part of the pairs");
  const { start } = questionType(question.type);
  assert.deepEqual(start?.(question, ["a.a", "b.x", "c.b"]), ["a.a"]);
  assert.deepEqual(start?.(question, undefined), []);
});

test("after an update, a pair that went is no longer asked, and what lacks a choice is open again [item 54]", () => {
  const before = named("three pairs and a distractor, part of the points for part of the pairs") as PairsPayload;
  const type = questionType(before.type);
  const kept = type.encode(before, ["a.a", "b.x", "c.c"]);
  const without = (...keys: string[]): PairsPayload => ({
    ...before,
    items: before.items.filter(({ key }) => !keys.includes(key)),
    choices: before.choices.filter(({ key }) => !keys.includes(key)),
  });
  const fewer = type.decode(without("b"), kept);
  assert.deepEqual(type.score(without("b"), fewer), { kind: "scored", earned: 3, possible: 3 });
  assert.deepEqual(type.decode(without("x"), kept), ["a.a", "c.c"]);
  assert.equal(type.score(without("x"), ["a.a", "c.c"]).kind, "invalid");
});

test("a few categories are buttons, many are a list", () => {
  const few = named("four items in two categories, with numbers for keys") as PairsPayload;
  const more = ["3", "4"].map((key, at) => ({ key, slot: 7 + at, text: key }));
  const { Control } = questionType(few.type);
  const drawn = (question: PairsPayload) => {
    const nothing = () => undefined;
    const rest = { earlier: undefined, onChange: nothing, onCheck: nothing, name: "n", describedBy: "d", invalid: false };
    return readControls(<Control {...surroundings(question)} {...rest} answer={[]} />);
  };
  assert.deepEqual(drawn(few), ["radio"]);
  assert.deepEqual(drawn({ ...few, choices: [...few.choices, ...more.slice(1)] }), ["radio"]);
  assert.deepEqual(drawn({ ...few, choices: [...few.choices, ...more] }), ["select"]);
});

test("an order tells each place, and the right order only at the end", () => {
  const question = named("four steps, part of the points for part of the places");
  const answer = ["a", "c", "b", "d"];
  const own = [
    "ok 1 .  a mark.place_right",
    "no 2 .  c mark.place_wrong",
    "no 3 .  b mark.place_wrong",
    "ok 4 .  d mark.place_right",
  ];
  assert.deepEqual(shown(question, answer, false), own);
  assert.deepEqual(shown(question, answer, true), [...own, " a", " b", " c", " d"]);
  assert.equal(shown(question, ["a", "b", "c", "d"], true).length, 4);
  assert.deepEqual(told(question, answer, false), ["Je luistert.: Eerst horen.", "Je spreekt iets af.: Aan het eind."]);
  assert.deepEqual(
    told(question, answer, true).map((line) => line.split(".")[0]),
    ["Je luistert", "Je vat samen", "Je vraagt door", "Je spreekt iets af"],
  );
});

test("no order to begin with is the right one, however it is shuffled", () => {
  const question = named("four steps, part of the points for part of the places") as OrderingPayload;
  const type = questionType(question.type);
  const places = ({ items }: OrderingPayload) => items.map(({ place }) => place);
  assert.notDeepEqual(places(question), [0, 1, 2, 3]);
  const toRight = <T extends { slot: number }>(things: readonly T[]): T[] =>
    [...things].sort((left, right) => left.slot - right.slot);
  assert.deepEqual(places(type.shuffle?.(question, toRight) as OrderingPayload), [1, 2, 3, 0]);
  const toLeft = <T extends { slot: number }>(things: readonly T[]): T[] => toRight(things).reverse();
  assert.deepEqual(places(type.shuffle?.(question, toLeft) as OrderingPayload), [3, 2, 1, 0]);
});

test("after an update, an item that went leaves the others in order, and a new one opens it again [item 54]", () => {
  const before = named("four steps, part of the points for part of the places") as OrderingPayload;
  const type = questionType(before.type);
  const kept = type.encode(before, ["a", "c", "b", "d"]);
  const without = { ...before, items: before.items.filter(({ key }) => key !== "c") };
  const smaller = { ...without, items: without.items.map((one) => ({ ...one, place: "abd".indexOf(one.key) })) };
  assert.deepEqual(type.decode(smaller, kept), ["a", "b", "d"]);
  assert.deepEqual(type.score(smaller, ["a", "b", "d"]), { kind: "scored", earned: 4, possible: 4 });
  const larger = { ...before, items: [...before.items, { ...before.items[0]!, key: "e", slot: 4, place: 4 }] };
  assert.equal(type.score(larger, type.decode(larger, kept)).kind, "invalid");
});

test("what is shuffled is judged, kept and reported as ever", () => {
  const backwards = <T,>(things: readonly T[]): T[] => [...things].reverse();
  const changed = new Set<string>();
  for (const { question, scores = [] } of cases) {
    const type = questionType(question.type);
    const other = type.shuffle?.(question, backwards);
    if (!other) continue;
    // A text with gaps to type in only has no list to shuffle.
    if (!isDeepStrictEqual(other, question)) changed.add(question.type);
    else assert.equal(question.type, "gaps");
    for (const { answer } of scores) {
      assert.deepEqual(type.score(other, answer), type.score(question, answer));
      assert.equal(type.encode(other, answer), type.encode(question, answer));
    }
  }
  assert.ok(changed.has("gaps") && changed.has("single-choice") && changed.has("matching"));
});
