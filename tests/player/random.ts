/** Chance that can be repeated: the same seed gives the same numbers (mulberry32). */

export interface Chance {
  /** 0 ≤ x < 1 */
  next(): number;
  /** A whole number 0 ≤ x < limit. */
  below(limit: number): number;
  pick<T>(items: readonly T[]): T;
  some<T>(items: readonly T[]): T[];
}

export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    pick: (items) => items[below(items.length)] as (typeof items)[number],
    some: (items) => items.filter(() => next() < 0.5),
  };
}
