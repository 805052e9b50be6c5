/** Whether a typed text is the one that was meant. */

export type Strictness = "case" | "accents";

/**
 * The text as it is compared: the same steps as builder/questions/typed.py. Spaces, shapes of quotes and
 * a stop at the end never matter; capitals and accents only where the author says so.
 */
export function normalise(text: string, strict: readonly Strictness[] = []): string {
  const tidy = text
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201C\u201D]/g, '"')
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\s.!?]+$/, "");
  const cased = strict.includes("case") ? tidy : tidy.toLowerCase();
  return strict.includes("accents") ? cased.normalize("NFC") : cased.normalize("NFD").replace(/\p{M}/gu, "");
}

/**
 * Typing mistakes between two texts: a character more, less, other, or two that changed places.
 * What is over `limit` is not counted any further.
 */
export function mistakes(left: string, right: string, limit: number): number {
  const [from, to] = [[...left], [...right]];
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let line = 1; line <= from.length; line += 1) {
    const next = [line];
    for (let column = 1; column <= to.length; column += 1) {
      const isSame = from[line - 1] === to[column - 1];
      const hasSwapped = line > 1 && column > 1 && from[line - 1] === to[column - 2] && from[line - 2] === to[column - 1];
      next[column] = Math.min(
        at(row, column) + 1,
        at(next, column - 1) + 1,
        at(row, column - 1) + (isSame ? 0 : 1),
        hasSwapped ? at(before, column - 2) + 1 : Infinity,
      );
    }
    if (Math.min(...next) > limit) return limit + 1;
    [before, row] = [row, next];
  }
  return Math.min(at(row, to.length), limit + 1);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
