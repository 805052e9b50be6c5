import assert from "node:assert/strict";
import { test } from "node:test";
import { find, type Passage } from "../../builder/player/src/passages";

const passage = (title: string, heading: string, text: string): Passage => ({
  page: "les",
  address: `#${heading || title}`,
  title,
  heading,
  text,
});

const long = "Eerst staat hier een hele reeks gewone woorden die niemand zoekt. Dan komt een leerling met énergie in beeld. Daarna volgen er opnieuw heel veel gewone woorden tot het einde.";
const course = [
  passage("Twee lijnen", "", long),
  passage("Twee lijnen", "Energie", "Iets over rust."),
  passage("Zes elementen", "", "Optimisme en steun."),
];

test("nothing is looked for before there is something to look for", () => {
  for (const query of ["", " ", "e", " e "]) assert.equal(find(course, query), null, query);
});

test("capitals and accents make no difference, and a heading goes before a text", () => {
  const hits = find(course, "ENERGIE") ?? [];
  assert.deepEqual(hits.map(({ passage }) => passage.heading), ["Energie", ""]);
});

test("every word has to be there", () => {
  assert.equal(find(course, "leerling energie")?.length, 1);
  assert.equal(find(course, "leerling optimisme")?.length, 0);
  assert.equal(find(course, "energie lijnen")?.length, 2, "also when one is in the title and one in the text");
});

test("the snippet shows what was found as it is written, between whole words", () => {
  const [hit] = find(course, "energie leerling")?.slice(-1) ?? [];
  assert.deepEqual(hit?.snippet, [
    "… gewone woorden die niemand zoekt. Dan komt een ",
    "leerling",
    " met énergie in beeld. Daarna volgen er opnieuw …",
  ]);
});

test("the title of a lesson finds its beginning and not each of its parts", () => {
  assert.deepEqual(find(course, "twee lijnen")?.map(({ passage }) => passage.heading), [""]);
});

test("a passage found by its title alone shows how it begins", () => {
  const [first] = find(course, "zes elementen") ?? [];
  assert.deepEqual(first?.snippet, ["", "", "Optimisme en steun."]);
});

test("signs that mean something in a pattern are plain signs here", () => {
  assert.deepEqual(find(course, ".* ("), []);
});
