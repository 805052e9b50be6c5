/**
 * Interactions of SCORM 1.2: one record for every answer, appended. They can only be written
 * (RTE 1.2, cmi.interactions), so nothing here reads them back.
 */

import type { Response } from "../questions/type";
import type { Calls } from "./calls";
import { decimal, identifier, timeOfDay, timespan } from "./formats";
import type { InteractionRecord } from "./transport";

/** More would make the LMS carry too much at every commit. */
const MOST_RECORDS = 200;
/** Times that a record is handed over; what is refused so often will not be accepted any more. */
const MOST_TRIES = 3;

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
  return [
    ["type", record.response.kind],
    ["time", timeOfDay(record.at)],
    ["weighting", decimal(record.possible, 2)],
    ["correct_responses.0.pattern", responseText(record.correct)],
    ["student_response", responseText(record.response)],
    ["result", resultText(record)],
    ["latency", timespan(record.latencyMs)],
  ];
}

/** Identifiers inside a response are single characters: the author's letters, `t` and `f`. */
function responseText(response: Response): string {
  if (response.kind === "true-false") return response.value ? "t" : "f";
  return [...response.keys].sort().join(",");
}

function resultText({ earned, possible }: InteractionRecord): string {
  if (earned >= possible) return "correct";
  return earned <= 0 ? "wrong" : decimal(earned / possible);
}
