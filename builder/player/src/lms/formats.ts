/** Values as text, in the forms that the strictest LMSs accept. */

import { cut } from "../text-code";

const HOUR_MS = 3_600_000;
const MOST_SPAN_MS = 9999 * HOUR_MS + 59 * 60_000 + 59_990;

/** A number with at most `places` decimals, a point, and never an exponent. */
export function decimal(value: number, places = 4): string {
  const text = value.toFixed(places).replace(/\.?0+$/, "");
  return text === "-0" ? "0" : text;
}

/** A score 0..1 as a percentage 0–100. */
export function percentage(score: number): string {
  return decimal(clamp(score) * 100, 2);
}

/** A score or progress 0..1. */
export function fraction(score: number): string {
  return decimal(clamp(score));
}

function clamp(score: number): number {
  return Math.min(1, Math.max(0, score));
}

/** CMITimespan of SCORM 1.2: HHHH:MM:SS.SS, at most 9999:59:59.99. */
export function timespan(durationMs: number): string {
  const { hours, minutes, seconds } = parts(Math.min(durationMs, MOST_SPAN_MS));
  return `${String(hours).padStart(4, "0")}:${two(minutes)}:${seconds.padStart(5, "0")}`;
}

/** timeinterval (second, 10, 2) of SCORM 2004: PTnHnMn.nnS, at most two decimals. */
export function interval(durationMs: number): string {
  const { hours, minutes, seconds } = parts(durationMs);
  const shown = seconds.replace(/\.?0+$/, "") || "0";
  const text = `${hours ? `${hours}H` : ""}${minutes ? `${minutes}M` : ""}${shown === "0" ? "" : `${shown}S`}`;
  return `PT${text || "0S"}`;
}

/** CMITime of SCORM 1.2: the local time of day. */
export function timeOfDay(at: Date): string {
  return [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(":");
}

/** time (second, 10, 2) of SCORM 2004: UTC with exactly two decimals; a zone may only follow those. */
export function timestamp(at: Date): string {
  return at.toISOString().replace(/(\.\d\d)\d*Z$/, "$1Z");
}

/** An author's id as a run-time identifier: letters, digits and underscores. */
export function identifier(id: string): string {
  return `q_${shortIdentifier(id)}`;
}

/** A key inside a response: letters, digits and underscores. */
export function shortIdentifier(key: string): string {
  return key.replace(/[^A-Za-z0-9]/g, "_");
}

/** Each text once: the same pattern twice is refused by some LMSs. */
export function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

/**
 * One line of plain text for a report: no line end, no opening brace in front (it would start a
 * delimiter such as {lang=nl}), none of the bracketed separators, at most `limit` UTF-16 units and
 * never half a surrogate pair.
 */
export function plainText(text: string, limit: number): string {
  const line = text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^\{+/, (braces) => "(".repeat(braces.length))
    .replace(/\[([.,:])\]/g, "($1)");
  return cut(line, limit);
}

/** Whole hundredths of a second, cut off rather than rounded, so that 59.999 s never becomes 60. */
function parts(durationMs: number): { hours: number; minutes: number; seconds: string } {
  const hundredths = Math.max(0, Math.floor(durationMs / 10));
  return {
    hours: Math.floor(hundredths / 360_000),
    minutes: Math.floor(hundredths / 6000) % 60,
    seconds: ((hundredths % 6000) / 100).toFixed(2),
  };
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
