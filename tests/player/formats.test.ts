import assert from "node:assert/strict";
import { test } from "node:test";
import * as formats from "../../builder/player/src/lms/formats";
import * as checks from "../doubles/checks";
import { chance } from "./random";

const SECOND = 1000;
const HOUR = 3_600_000;
const lengths: [number, string, string][] = [
  [0, "0000:00:00.00", "PT0S"],
  [59_999, "0000:00:59.99", "PT59.99S"],
  [3 * SECOND + 450, "0000:00:03.45", "PT3.45S"],
  [90 * 60 * SECOND, "0001:30:00.00", "PT1H30M"],
  [HOUR, "0001:00:00.00", "PT1H"],
  [HOUR + 2 * 60 * SECOND + 3450, "0001:02:03.45", "PT1H2M3.45S"],
  [100 * HOUR, "0100:00:00.00", "PT100H"],
  [10_000 * HOUR, "9999:59:59.99", "PT10000H"],
  [-5, "0000:00:00.00", "PT0S"],
];

test("session times from nothing to more than 9999 hours [item 32]", () => {
  for (const [length, old, young] of lengths) {
    assert.equal(formats.timespan(length), old);
    assert.equal(formats.interval(length), young);
    assert.ok(checks.timespan12(old), old);
    assert.ok(checks.interval2004(young), young);
  }
});

test("any session time is in a form that both standards take [item 32]", () => {
  const luck = chance(7);
  for (let round = 0; round < 500; round += 1) {
    const length = luck.next() * 10 ** luck.below(12);
    assert.ok(checks.timespan12(formats.timespan(length)), String(length));
    assert.ok(checks.interval2004(formats.interval(length)), String(length));
  }
});

test("a timestamp has exactly two decimals and ends in Z [item 33]", () => {
  assert.equal(formats.timestamp(new Date(Date.UTC(2026, 10, 22, 13, 5, 9, 0))), "2026-11-22T13:05:09.00Z");
  assert.equal(formats.timestamp(new Date(Date.UTC(2026, 0, 2, 3, 4, 5, 129))), "2026-01-02T03:04:05.12Z");
  const luck = chance(11);
  for (let round = 0; round < 200; round += 1) {
    const text = formats.timestamp(new Date(luck.below(2_000_000_000) * 1000 + luck.below(1000)));
    assert.match(text, /\.\d\dZ$/);
    assert.ok(checks.timestamp2004(text), text);
  }
});

test("a time of day is one for SCORM 1.2 [item 33]", () => {
  assert.equal(formats.timeOfDay(new Date(2026, 10, 22, 3, 4, 5)), "03:04:05");
  assert.ok(checks.timeOfDay12(formats.timeOfDay(new Date())));
});

test("scores stay within 0 to 100 and 0 to 1, without exponent, in four decimals at most [item 31]", () => {
  const scores: [number, string, string][] = [
    [0, "0", "0"],
    [1, "100", "1"],
    [2 / 3, "66.67", "0.6667"],
    [0.8, "80", "0.8"],
    [0.1 + 0.2, "30", "0.3"],
    [1e-7, "0", "0"],
    [0.3333, "33.33", "0.3333"],
    [-0.5, "0", "0"],
    [1.5, "100", "1"],
  ];
  for (const [score, raw, scaled] of scores) {
    assert.equal(formats.percentage(score), raw);
    assert.equal(formats.fraction(score), scaled);
  }
  const luck = chance(3);
  for (let round = 0; round < 500; round += 1) {
    const score = luck.next() ** luck.below(20);
    assert.ok(checks.score12(formats.percentage(score)), String(score));
    assert.match(formats.fraction(score), /^[01](\.\d{1,4})?$/);
  }
});

test("a decimal keeps the zeros that matter", () => {
  assert.deepEqual(
    [100, 10, 0.5, 20.1, -0.00001].map((value) => formats.decimal(value)),
    ["100", "10", "0.5", "20.1", "0"],
  );
});

test("a report is one line without braces in front or separators in brackets [item 39]", () => {
  const texts: [string, string][] = [
    ["een\nregel\r\nen  nog een", "een regel en nog een"],
    ["{lang=nl}tekst", "(lang=nl}tekst"],
    ["{{x}}", "((x}}"],
    ["a[,]b[.]c[:]d", "a(,)b(.)c(:)d"],
    ["komma, \"quote\", 'enkel'", "komma, \"quote\", 'enkel'"],
    ["\n{x", "(x"],
  ];
  for (const [text, expected] of texts) {
    assert.equal(formats.plainText(text, 250), expected);
    assert.ok(checks.localized(250)(formats.plainText(text, 250)), text);
  }
});

test("a long report is cut, never inside a character [item 39]", () => {
  assert.equal(formats.plainText("x".repeat(300), 250), "x".repeat(250));
  const smiles = "😀".repeat(150);
  assert.equal(formats.plainText(smiles, 255), "😀".repeat(127));
  assert.equal(formats.plainText(`x${smiles}`, 250), `x${"😀".repeat(124)}`);
  assert.equal(formats.plainText(smiles, 250).length, 250);
});

test("run-time identifiers are letters, digits and underscores [item 39]", () => {
  assert.equal(formats.identifier("een-goed-2"), "q_een_goed_2");
  assert.ok(checks.shortIdentifier(formats.identifier("zes-elementen-noemen")));
});
