/** Value checks of the data models, as the strictest LMS applies them; lengths in UTF-16 units. */

export type Check = (value: string) => boolean;

export const anything: Check = () => true;

export const oneOf =
  (...words: string[]): Check =>
  (value) =>
    words.includes(value);

export const text =
  (limit: number): Check =>
  (value) =>
    value.length <= limit;

/** One line: validators built on a pattern's `.` refuse a line end. */
export const line =
  (limit: number): Check =>
  (value) =>
    value.length <= limit && !/[\r\n\u2028\u2029]/.test(value);

export const either =
  (...checks: Check[]): Check =>
  (value) =>
    checks.some((check) => check(value));

export const both =
  (...checks: Check[]): Check =>
  (value) =>
    checks.every((check) => check(value));

export const pattern =
  (shape: RegExp): Check =>
  (value) =>
    shape.test(value);

export const between =
  (low: number, high: number): Check =>
  (value) =>
    Number(value) >= low && Number(value) <= high;

/** CMIDecimal of SCORM 1.2: three whole digits at most. */
export const decimal12 = pattern(/^-?\d{1,3}(\.\d+)?$/);

/** A score of SCORM 1.2: 0–100, or blank. */
export const score12 = either(oneOf(""), both(decimal12, between(0, 100)));

/** CMIIdentifier of SCORM 1.2: printable, no white space. */
export const identifier12 = pattern(/^[!-~]{1,255}$/);

/** CMITimespan of SCORM 1.2. */
export const timespan12 = pattern(/^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?$/);

/** CMITime of SCORM 1.2: a time of day. */
export const timeOfDay12 = pattern(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/);

/** real (10, 7) of SCORM 2004: no exponent, digits on both sides of the point. */
export const decimal2004 = pattern(/^-?\d{1,5}(\.\d{1,18})?$/);

/** long_identifier_type of SCORM 2004. */
export const identifier2004 = pattern(/^[A-Za-z0-9_\-:./?=#%]{1,4000}$/);

/** An identifier inside a response: letters, digits and underscore only. */
export const shortIdentifier = pattern(/^[A-Za-z0-9_]{1,250}$/);

/** timeinterval (second, 10, 2) of SCORM 2004; `P` and `PT` alone say nothing. */
export const interval2004 = both(
  pattern(/^P(\d+Y)?(\d+M)?(\d+D)?(T(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/),
  pattern(/[YMDHS]$/),
);

/** time (second, 10, 2) of SCORM 2004: a zone is allowed after decimals only, years up to 2038. */
export const timestamp2004 = pattern(
  /^(19[7-9]\d|20[0-2]\d|203[0-8])-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2}(Z|[+-]([01]\d|2[0-3]):[0-5]\d)?)?$/,
);

/** localized_string_type: an opening brace may only be a language in front. */
export const localized =
  (limit: number): Check =>
  (value) =>
    line(limit)(value.replace(/^\{lang=[A-Za-z-]+\}/, "")) &&
    !value.replace(/^\{lang=[A-Za-z-]+\}/, "").startsWith("{");

/** A list of parts, each right, none twice. */
export const distinct =
  (separator: string, most: number, part: Check): Check =>
  (value) => {
    const parts = value.split(separator);
    return parts.length <= most && parts.every(part) && new Set(parts).size === parts.length;
  };

export const list =
  (separator: string, most: number, part: Check): Check =>
  (value) => {
    const parts = value.split(separator);
    return parts.length <= most && parts.every(part);
  };

/** Two identifiers joined by `[.]`. */
export const pair: Check = (value) => {
  const parts = value.split("[.]");
  return parts.length === 2 && parts.every(shortIdentifier);
};
