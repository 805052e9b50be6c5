/** Interface strings of the payload, filled in. */

import type { Payload } from "../payload";

export type Values = Readonly<Record<string, string | number>>;

/** The string of a key; `{name}` becomes the value, and `n` picks the plural form. */
export type Words = (key: string, values?: Values) => string;

/** Makes the lookup for one course. An unknown key gives the key itself, so that a gap is seen. */
export function readWords(payload: Payload): Words {
  const plural = new Intl.PluralRules(payload.course.language);
  return (key, values = {}) => {
    const n = values["n"];
    const form = typeof n === "number" ? `${key}.${plural.select(n)}` : key;
    const text = payload.strings[key] ?? payload.strings[form] ?? key;
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  };
}
