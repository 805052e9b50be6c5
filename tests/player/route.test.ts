import assert from "node:assert/strict";
import { test } from "node:test";
import { pageOf, readRoute } from "../../builder/player/src/shell/route";
import { course } from "./course";

/** A page of the build in which no fragment is an element. */
const bare = { getElementById: () => null } as unknown as Document;
const route = (fragment: string) => readRoute(fragment, course(), bare);

test("every kind of address has its view", () => {
  assert.deepEqual(route(""), { kind: "start" });
  assert.deepEqual(route("#start"), { kind: "start" });
  assert.deepEqual(route("#p-les-een"), { kind: "page", page: "les-een", anchor: null });
  assert.deepEqual(route("#p-toets-een"), { kind: "page", page: "toets-een", anchor: null });
  assert.deepEqual(route("#r-toets-een"), { kind: "result", page: "toets-een" });
  assert.deepEqual(route("#q-meer-goed"), { kind: "question", question: "meer-goed", page: "toets-een" });
});

test("the terms have a view where the page has them", () => {
  const page = { getElementById: (id: string) => (id === "glossary" ? {} : null) } as unknown as Document;
  assert.deepEqual(readRoute("#glossary", course(), page), { kind: "glossary" });
  assert.equal(route("#glossary"), null);
  assert.equal(pageOf({ kind: "glossary" }), null);
});

test("what the course does not have has no view, also when every object has it", () => {
  for (const name of ["weg", "toString", "constructor", "__proto__", "hasOwnProperty", ""]) {
    for (const kind of ["p", "q", "r"]) assert.equal(route(`#${kind}-${name}`), null, `${kind}-${name}`);
  }
  assert.equal(route("#r-les-een"), null, "a lesson has no result");
});
