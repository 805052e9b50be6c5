/** The display settings: what is kept, what is believed of it, and what the system says. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { showDisplay } from "../../builder/player/src/display";
import { FakeStorage } from "./browser";

function browser(kept: string | null = null, wishes: string[] = [], mood?: "full" | "blocked") {
  const storage = new FakeStorage(mood);
  if (kept !== null) storage.kept.set("lesbouwer.display", kept);
  const dataset: DOMStringMap = {};
  const place = {
    document: { documentElement: { dataset } },
    localStorage: storage as unknown as Storage,
    matchMedia: (query: string) => ({ matches: wishes.includes(query) }) as MediaQueryList,
  };
  return { dataset, storage, display: showDisplay(place) };
}

test("without choices nothing is put on the page and the first choices hold", () => {
  const { dataset, display } = browser();
  assert.deepEqual(dataset, {});
  assert.equal(display.get("size"), "100");
  assert.equal(display.get("theme"), "auto");
  assert.equal(display.get("contrast"), "less");
  assert.equal(display.get("motion"), "more");
  assert.equal(display.isKept(), true);
});

test("contrast and motion begin as the system has them; a choice wins, a reset gives them back", () => {
  const { dataset, display } = browser(null, ["(prefers-contrast: more)", "(prefers-reduced-motion: reduce)"]);
  assert.equal(display.get("contrast"), "more");
  assert.equal(display.get("motion"), "less");
  display.set("contrast", "less");
  assert.equal(display.get("contrast"), "less");
  assert.deepEqual(dataset, { contrast: "less" });
  display.reset();
  assert.equal(display.get("contrast"), "more");
  assert.deepEqual(dataset, {});
});

test("a choice is on the page as soon as the next page starts", () => {
  const first = browser();
  first.display.set("size", "130");
  first.display.set("theme", "dark");
  const next = browser(first.storage.kept.get("lesbouwer.display"));
  assert.deepEqual(next.dataset, { size: "130", theme: "dark" });
  assert.equal(next.display.get("size"), "130");
});

test("what is not a choice is not believed", () => {
  for (const kept of ["", "{", "null", "7", '"dark"', '["dark"]', '{"size":"900","theme":7,"other":"x"}']) {
    const { dataset, display } = browser(kept);
    assert.deepEqual(dataset, {}, kept);
    display.set("spacing", "wide");
    assert.deepEqual(dataset, { spacing: "wide" }, kept);
  }
  assert.deepEqual(browser('{"size":"900","theme":"dark"}').dataset, { theme: "dark" });
});

test("storage that refuses costs only the memory, and that is known beforehand", () => {
  for (const mood of ["full", "blocked"] as const) {
    const { dataset, display } = browser(null, [], mood);
    assert.equal(display.isKept(), false);
    display.set("theme", "light");
    assert.deepEqual(dataset, { theme: "light" });
  }
});
