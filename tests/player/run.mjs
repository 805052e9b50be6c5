/** Bundles the tests of the player into a temporary folder and runs them there with node --test. */

import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const player = join(root, "builder/player");
const { build } = createRequire(pathToFileURL(join(player, "package.json")))("esbuild");

const wanted = process.argv.slice(2);
const folders = [here, join(root, "tests/doubles")];
const files = folders
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((file) => /\.test\.tsx?$/.test(file))
  .filter((file) => wanted.length === 0 || wanted.some((word) => file.includes(word)))
  .sort();

if (files.length === 0) {
  console.error(`no test file of the player is called ${wanted.join(" or ")}`);
  process.exit(2);
}

const output = mkdtempSync(join(tmpdir(), "lesbouwer-player-"));
try {
  symlinkSync(join(player, "node_modules"), join(output, "node_modules"), "junction");
  await build({
    absWorkingDir: root,
    entryPoints: files,
    outdir: output,
    outExtension: { ".js": ".mjs" },
    outbase: join(root, "tests"),
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    jsx: "automatic",
    jsxImportSource: "preact",
    nodePaths: [join(player, "node_modules")],
    // Left as they are: the test's own oracle and its source of chance.
    external: ["fast-check", "scorm-again/*", "yaml"],
    sourcemap: "inline",
    logLevel: "warning",
  });
  const bundles = files.map((file) => join(output, file.slice(join(root, "tests").length)).replace(/\.tsx?$/, ".mjs"));
  const { status } = spawnSync(
    process.execPath,
    ["--enable-source-maps", "--test", "--test-reporter=spec", ...bundles],
    {
      stdio: "inherit",
      env: { ...process.env, LESBOUWER_ROOT: root },
    },
  );
  process.exitCode = status ?? 1;
} finally {
  rmSync(output, { recursive: true, force: true });
}
