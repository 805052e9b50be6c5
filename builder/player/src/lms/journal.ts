/**
 * Interactions of SCORM 1.2: one record for every answer, appended. They can only be written
 * (RTE 1.2, cmi.interactions), so nothing here reads them back.
 */

import type { Pattern, Response } from "../questions/type";
import type { Calls } from "./calls";
import { decimal, identifier, plainText, shortIdentifier, timeOfDay, timespan, unique } from "./formats";
import type { InteractionRecord } from "./transport";

/** More would make the LMS carry too much at every commit. */
const MOST_RECORDS = 200;
/** Times that a record is handed over; what is refused so often will not be accepted any more. */
const MOST_TRIES = 3;
/** The standard's limit for a text in characters. */
const MOST_TEXT = 255;
/** Right answers that a record names. */
const MOST_PATTERNS = 5;
const MOST_DECIMALS = 7;

interface Entry {
  record: InteractionRecord;
  /** Its place in the LMS, once the LMS has given it one. */
  index: number | null;
  /** How often a commit went well without all of it having been accepted. */
  tries: number;
  /** Nothing of it is left to hand over. */
  isAccepted: boolean;
}

export interface Journal {
  add(record: InteractionRecord): void;
  /** Hands the waiting records to the LMS. A refusal here never stops the rest from being kept. */
  write(): void;
  /** The commit went well: what was accepted is kept. True when nothing waits for the next time. */
  forget(): boolean;
}

/** `count` is the LMS's own number of records, null when it does not tell. */
export function createJournal(calls: Calls, count: number | null, notSupported: readonly string[]): Journal {
  let next = count;
  let waiting: Entry[] = [];
  let isSupported = true;
  const unsupportedParts = new Set<string>();

  function write(entry: Entry): void {
    next ??= entry.record.index;
    const index = entry.index ?? next;
    entry.isAccepted = index >= MOST_RECORDS;
    if (entry.isAccepted || !isSupported) return;
    const path = `cmi.interactions.${index}.`;
    if (!calls.set(`${path}id`, identifier(entry.record.question.id))) {
      isSupported = !notSupported.includes(calls.code());
      return;
    }
    if (entry.index === null) next = index + 1;
    entry.index = index;
    entry.isAccepted = true;
    for (const [part, value] of partsOf(entry.record)) {
      if (unsupportedParts.has(part) || calls.set(path + part, value)) continue;
      if (notSupported.includes(calls.code())) unsupportedParts.add(part);
      else entry.isAccepted = false;
    }
  }

  return {
    add(record) {
      if (isSupported) waiting.push({ record, index: null, tries: 0, isAccepted: false });
    },
    write: () => waiting.forEach(write),
    forget() {
      for (const entry of waiting) entry.tries += 1;
      waiting = waiting.filter(({ isAccepted, tries }) => isSupported && !isAccepted && tries < MOST_TRIES);
      return waiting.length === 0;
    },
  };
}

/** The parts after the id, in the order that the standard lists them. */
function partsOf(record: InteractionRecord): [string, string][] {
  const patterns = unique(record.correct.flatMap((pattern) => patternText(pattern) ?? [])).slice(0, MOST_PATTERNS);
  return [
    ["type", typeOf(record.response)],
    ["time", timeOfDay(record.at)],
    ["weighting", decimal(record.possible, 2)],
    ...patterns.map<[string, string]>((text, index) => [`correct_responses.${index}.pattern`, text]),
    ["student_response", responseText(record.response)],
    ["result", resultText(record)],
    ["latency", timespan(record.latencyMs)],
  ];
}

/** This version has no type for a long text. */
function typeOf({ kind }: Response): string {
  return kind === "long-fill-in" ? "fill-in" : kind;
}

/** Identifiers inside a response are single characters: the author's letters, `t` and `f`. */
function responseText(response: Response): string {
  switch (response.kind) {
    case "true-false":
      return response.value ? "t" : "f";
    case "choice":
      return [...response.keys].sort().join(",");
    case "sequencing":
      return response.keys.join(",");
    case "matching":
      return response.pairs.map((pair) => pair.join(".")).join(",");
    case "performance":
      return whole(response.steps.map(([step, key]) => `${shortIdentifier(step)}.${shortIdentifier(key)}`));
    case "likert":
      return response.step.toString(36);
    case "numeric":
      return decimal(response.value, MOST_DECIMALS);
    case "fill-in":
      return plainText(response.texts.join("; "), MOST_TEXT);
    case "long-fill-in":
      return plainText(response.text, MOST_TEXT);
  }
}

/** A range has no form that every LMS reads: null leaves it out. */
function patternText(pattern: Pattern): string | null {
  if (pattern.kind !== "numeric") return responseText(pattern);
  return pattern.low === pattern.high ? decimal(pattern.low, MOST_DECIMALS) : null;
}

/** As many parts as fit: half a step would be another one. */
function whole(parts: readonly string[]): string {
  const text = parts.join(",");
  return text.length <= MOST_TEXT ? text : text.slice(0, text.lastIndexOf(",", MOST_TEXT));
}

function resultText({ earned, possible }: InteractionRecord): string {
  if (possible === 0) return "neutral";
  if (earned >= possible) return "correct";
  return earned <= 0 ? "wrong" : decimal(earned / possible);
}
