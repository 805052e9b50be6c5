/**
 * Bundles the player into static/ (or the folder given): one script per standard, one stylesheet, one font.
 * Same sources, same bytes: nothing here reads the clock, the machine or the working directory.
 */

import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { minify } from "terser";

const here = dirname(fileURLToPath(import.meta.url));
const output = resolve(process.argv[2] ?? join(here, "static"));
const standards = ["local", "scorm12", "scorm2004"];

/** Browsers of five years and older LMS frames: no newer syntax than these understand. */
const target = ["es2020", "chrome87", "edge88", "firefox78", "safari14.1"];

const common = {
  absWorkingDir: here,
  bundle: true,
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  minify: true,
  sourcemap: false,
  // Said here, so that the bytes do not depend on whether tsconfig.json is beside the sources.
  tsconfigRaw: { compilerOptions: { alwaysStrict: true } },
  target,
  // All of these know `?.`; before 91 Chrome has only `f?.(...list)` wrong, which a test keeps out.
  supported: { "optional-chain": true },
};

mkdirSync(output, { recursive: true });

/** Esbuild bundles; terser then finds three to four percent more, which a phone on a slow line feels. */
async function shrink(file) {
  const { code = "" } = await minify(readFileSync(file, "utf8"), {
    compress: { ecma: 2020, keep_fargs: false, passes: 3, unsafe_arrows: true },
    ecma: 2020,
    format: { comments: /^!/ },
    mangle: true,
  });
  writeFileSync(file, code);
}

await Promise.all([
  ...standards.map((standard) =>
    build({
      ...common,
      entryPoints: [`src/entry-${standard}.tsx`],
      outfile: join(output, `player-${standard}.js`),
      format: "iife",
      platform: "browser",
      // Smaller than the automatic form, which checks what the types have checked already.
      jsx: "transform",
      jsxFactory: "h",
      jsxFragment: "Fragment",
      inject: ["src/jsx.ts"],
      define: { "process.env.NODE_ENV": '"production"' },
      banner: { js: "/*! lesbouwer, EUPL-1.2; contains Preact, (c) 2015-present Jason Miller, MIT licence */" },
    }).then(() => shrink(join(output, `player-${standard}.js`))),
  ),
  build({
    ...common,
    entryPoints: ["style/player.css"],
    outfile: join(output, "player.css"),
    // The font is a file of the package beside the stylesheet, not something to bundle.
    external: ["font.woff2", "./font.woff2"],
  }),
]);

const font = join(here, "node_modules/@fontsource-variable/atkinson-hyperlegible-next");
copyFileSync(join(font, "files/atkinson-hyperlegible-next-latin-wght-normal.woff2"), join(output, "font.woff2"));

// Both licences ask that their text goes with every copy.
const notices = [
  ["Preact, in player.js", join(here, "node_modules/preact/LICENSE")],
  ["Atkinson Hyperlegible Next, in font.woff2 (narrowed to the weights 400-700)", join(font, "LICENSE")],
].map(([what, file]) => `${what}\n\n${readFileSync(file, "utf8").replace(/\r/g, "").trim()}\n`);
writeFileSync(join(output, "licences.txt"), notices.join(`\n${"-".repeat(72)}\n\n`));
