/**
 * Typed text in the alphabet of the state. A space becomes a point; letters and digits without accents,
 * `-` and `_` stay; what lies below U+1000 becomes `~xx`, any other UTF-16 unit `!xxx`, in base 64.
 * `~~` never occurs, so a type may put it between two texts.
 */

import { SIX_BITS } from "./digits";

export function encodeText(text: string): string {
  return text.replace(/[^\w-]/g, (unit) => {
    const code = unit.charCodeAt(0);
    if (unit === " ") return ".";
    return code < 0x1000 ? `~${sextets(code, 2)}` : `!${sextets(code, 3)}`;
  });
}

/** The text again; anything is a text, so that a state of tomorrow never breaks today. */
export function decodeText(text: string): string {
  return text.replace(/\.|~([\w-]{2})|!([\w-]{3})/g, (_, small?: string, large?: string) => {
    const found = small ?? large;
    if (found === undefined) return " ";
    return String.fromCharCode([...found].reduce((sum, digit) => sum * 64 + SIX_BITS.indexOf(digit), 0));
  });
}

/** At most `limit` UTF-16 units, never half a surrogate pair. */
export function cut(text: string, limit: number): string {
  const short = text.slice(0, limit);
  return /[\uD800-\uDBFF]$/.test(short) ? short.slice(0, -1) : short;
}

function sextets(code: number, count: number): string {
  let text = "";
  for (let shift = 6 * (count - 1); shift >= 0; shift -= 6) text += SIX_BITS.charAt((code >> shift) & 63);
  return text;
}
