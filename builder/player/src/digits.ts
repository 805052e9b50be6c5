/** Numbers as the state writes them: base 36, and base 64 in characters that an address may hold. */

export const RADIX = 36;
export const SIX_BITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** A whole number from 0 in base 36. */
export function digits(value: number): string {
  return Math.max(0, Math.round(value)).toString(RADIX);
}

export function number(text: string): number {
  return parseInt(text, RADIX);
}
