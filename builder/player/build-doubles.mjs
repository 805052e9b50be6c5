/**
 * Bundles the strict run-times of tests/doubles into one classic script for browser tests.
 * Use: node build-doubles.mjs OUTPUT. The page then has window.StrictScorm12 and StrictScorm2004.
 */

import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const [output] = process.argv.slice(2);
if (!output) {
  console.error("use: node build-doubles.mjs OUTPUT");
  process.exit(2);
}

await build({
  entryPoints: [join(here, "../../tests/doubles/browser.ts")],
  outfile: resolve(output),
  bundle: true,
  format: "iife",
  target: "es2020",
  logLevel: "warning",
});
