/** The case files that the Python tests run too. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** Every case of a folder under tests/cases, with the file it stands in. */
export function readCases<T>(folder: string): (T & { file: string })[] {
  const path = join(process.env["LESBOUWER_ROOT"] ?? ".", "tests/cases", folder);
  return readdirSync(path)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .flatMap((file) => (parse(readFileSync(join(path, file), "utf8")) as T[]).map((one) => ({ ...one, file })));
}
