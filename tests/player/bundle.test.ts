/** The real build, into folders of its own. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

const program = join(process.env["LESBOUWER_ROOT"] ?? ".", "builder/player/build.mjs");
const folders: string[] = [];

function make(): string {
  const folder = mkdtempSync(join(tmpdir(), "lesbouwer-build-"));
  folders.push(folder);
  execFileSync(process.execPath, [program, folder]);
  return folder;
}

const read = (name: string, folder = folders[0] ?? "") => readFileSync(join(folder, name));
const script = (standard: string) => read(`player-${standard}.js`).toString();

before(() => void make());
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

test("one script per standard, one stylesheet, one font and the licences of others", () => {
  assert.deepEqual(readdirSync(folders[0] ?? "").sort(), [
    "font.woff2",
    "licences.txt",
    "player-local.js",
    "player-scorm12.js",
    "player-scorm2004.js",
    "player.css",
  ]);
  assert.equal(read("font.woff2").subarray(0, 4).toString(), "wOF2");
  assert.match(read("licences.txt").toString(), /MIT License[^]+SIL OPEN FONT LICENSE/);
});

test("the names that LMSs look for in a package stand in it literally [item 53]", () => {
  assert.match(script("scorm12"), /lesson_status/);
  assert.match(script("scorm2004"), /completion_status/);
});

test("a package speaks one standard only, that of its bundle", () => {
  assert.doesNotMatch(script("scorm12"), /API_1484_11|completion_status/);
  assert.doesNotMatch(script("scorm2004"), /LMSInitialize|lesson_status/);
  assert.doesNotMatch(script("local"), /LMSInitialize|API_1484_11/);
});

test("no eval, no modules, no unload, no outside address, no source map [item 22]", () => {
  for (const standard of ["local", "scorm12", "scorm2004"]) {
    const code = script(standard);
    assert.doesNotMatch(
      code,
      /\beval\(|\bnew Function|\bimport\(|(?<![.\w])export\b|"(before)?unload"|sourceMappingURL/,
      standard,
    );
    const addresses = [...code.matchAll(/(https?:)?\/\/[\w-]+\.[^"'`\s]+/g)].map(([address]) => address);
    assert.deepEqual(
      addresses.filter((address) => !address.startsWith("http://www.w3.org/")),
      [],
      standard,
    );
  }
  assert.doesNotMatch(read("player.css").toString(), /url\(["']?(https?:)?\/\//);
});

test("no optional call with a spread argument, which Chrome before 91 gets wrong", () => {
  for (const standard of ["local", "scorm12", "scorm2004"]) {
    assert.doesNotMatch(script(standard), /\?\.\([^()]*\.\.\./, standard);
  }
});

test("the same sources give the same bytes [item 20]", () => {
  const again = make();
  for (const name of readdirSync(again)) assert.ok(read(name).equals(read(name, again)), name);
});
