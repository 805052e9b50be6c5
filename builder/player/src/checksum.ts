/** A short number for a text: tells that a text is whole, not that nobody changed it. */

/** FNV-1a of 32 bits, modulo 36⁴, as four digits of base 36. */
export function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return (hash % 36 ** 4).toString(36).padStart(4, "0");
}
