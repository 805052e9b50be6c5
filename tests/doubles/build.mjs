/** Bundles both strict run-times into one classic script for a page: node build.mjs OUTPUT.js */

import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const player = join(here, "../../builder/player");
const { build } = createRequire(pathToFileURL(join(player, "package.json")))("esbuild");

const [output] = process.argv.slice(2);
if (!output) throw new Error("usage: node build.mjs OUTPUT.js");
await build({
  entryPoints: [join(here, "browser.ts")],
  outfile: output,
  bundle: true,
  format: "iife",
  target: "es2020",
  logLevel: "warning",
});
