import assert from "node:assert/strict";
import { test } from "node:test";
import { cut, decodeText, encodeText } from "../../builder/player/src/text-code";
import { mistakes, normalise } from "../../builder/player/src/text-match";
import { chance } from "./random";

test("any text comes back as it was, in the alphabet of the state [item 45]", () => {
  const luck = chance(3);
  const signs = [..." .,;~!-_aZ09%\"'{}[]éñ\n\u0fff\u1000\u4e2d\uffff", "\ud83d\ude42"];
  for (let round = 0; round < 500; round += 1) {
    const text = Array.from({ length: luck.below(40) }, () => luck.pick(signs)).join("");
    const kept = encodeText(text);
    assert.match(kept, /^[\w.~!-]*$/);
    assert.doesNotMatch(kept, /~~/);
    assert.ok(kept.length <= 4 * text.length);
    assert.equal(decodeText(kept), text);
  }
});

test("a text that this player did not write is read as far as it goes", () => {
  assert.equal(decodeText("a.b~"), "a b~");
  assert.equal(decodeText("!AA"), "!AA");
});

test("a cut never leaves half a sign", () => {
  assert.equal(cut("ab\ud83d\ude42", 3), "ab");
  assert.equal(cut("ab\ud83d\ude42", 4), "ab\ud83d\ude42");
});

test("spaces, quotes, a stop at the end, capitals and accents make no difference", () => {
  for (const text of ["Eén  school.", " een school ", "EEN\tSCHOOL!", "e\u0301en school"]) {
    assert.equal(normalise(text), "een school", text);
  }
  assert.equal(normalise("foto\u2019s"), "foto's");
  assert.equal(normalise("\u201cja\u201d"), '"ja"');
  assert.equal(normalise("?!"), "");
});

test("what the author is strict about does make a difference", () => {
  assert.equal(normalise("Eén", ["case"]), "Een");
  assert.equal(normalise("E\u0301en", ["accents"]), "éen");
  assert.equal(normalise("Eén", ["case", "accents"]), "Eén");
});

test("a typing mistake is a letter more, less, other, or two that changed places", () => {
  const rows: [string, string, number][] = [
    ["rust", "rust", 0],
    ["rust", "rusts", 1],
    ["rust", "rus", 1],
    ["rust", "lust", 1],
    ["rust", "rsut", 1],
    ["rust", "lusts", 2],
    ["", "ab", 2],
    ["aandacht", "dacht", 3],
    ["aandacht", "xxxxxxxx", 3],
    ["\ud83d\ude42", "\ud83d\ude41", 1],
  ];
  for (const [left, right, count] of rows) {
    assert.equal(mistakes(left, right, 2), count, `${left} ${right}`);
    assert.equal(mistakes(right, left, 2), count, `${right} ${left}`);
  }
});
