/**
 * Interactions of SCORM 2004: one record for every question, brought up to date in place, so that
 * an LMS that sends everything at every commit keeps sending little (RTE 4.2.9).
 */

import type { Response } from "../questions/type";
import type { Calls } from "./calls";
import { decimal, identifier, interval, plainText, timestamp } from "./formats";
import type { InteractionRecord } from "./transport";

/** The number of records that the standard promises. */
const MOST_RECORDS = 250;
/** The standard's limit for a description in characters. */
const MOST_DESCRIPTION = 250;

interface Place {
  index: number;
  /** Parts that were accepted and are never written again. */
  settled: Set<string>;
}

export interface Records {
  add(record: InteractionRecord): void;
  /** Hands the waiting records to the LMS. A refusal here never stops the rest from being kept. */
  write(): void;
  /** The commit went well: what was written is kept. */
  forget(): void;
}

const ONCE: readonly string[] = ["type", "weighting", "correct_responses.0.pattern", "description"];

/** Reads which records the LMS already has; those keep their type, weight and pattern. */
export function createRecords(calls: Calls, notSupported: readonly string[]): Records {
  const places = new Map<string, Place>();
  const waiting = new Map<string, InteractionRecord>();
  const unsupportedParts = new Set<string>();
  let isSupported = true;
  let count = parseInt(calls.get("cmi.interactions._count"), 10) || 0;
  for (let index = 0; index < count; index += 1) {
    places.set(calls.get(`cmi.interactions.${index}.id`), { index, settled: new Set(ONCE) });
  }

  function placeOf(id: string): Place | null {
    const known = places.get(id);
    if (known) return known;
    if (count >= MOST_RECORDS) return null;
    if (!calls.set(`cmi.interactions.${count}.id`, id)) {
      isSupported = !notSupported.includes(calls.code());
      return null;
    }
    const place: Place = { index: count, settled: new Set() };
    count += 1;
    places.set(id, place);
    return place;
  }

  function write(record: InteractionRecord, id: string): void {
    const place = isSupported ? placeOf(id) : null;
    for (const [part, value] of place ? partsOf(record) : []) {
      if (unsupportedParts.has(part) || place?.settled.has(part)) continue;
      const isWritten = calls.set(`cmi.interactions.${place?.index}.${part}`, value);
      if (isWritten && ONCE.includes(part)) place?.settled.add(part);
      if (!isWritten && notSupported.includes(calls.code())) unsupportedParts.add(part);
    }
  }

  return {
    add(record) {
      if (isSupported) waiting.set(identifier(record.question.id), record);
    },
    write: () => waiting.forEach(write),
    forget: () => waiting.clear(),
  };
}

/** The parts after the id; a response is refused before its type is known (error 408). */
function partsOf(record: InteractionRecord): [string, string][] {
  return [
    ["type", record.response.kind],
    ["timestamp", timestamp(record.at)],
    ["weighting", decimal(record.possible, 2)],
    ["correct_responses.0.pattern", responseText(record.correct)],
    ["learner_response", responseText(record.response)],
    ["result", resultText(record)],
    ["latency", interval(record.latencyMs)],
    ["description", plainText(record.question.text, MOST_DESCRIPTION)],
  ];
}

function responseText(response: Response): string {
  return response.kind === "true-false" ? String(response.value) : response.keys.join("[,]");
}

function resultText({ earned, possible }: InteractionRecord): string {
  if (earned >= possible) return "correct";
  return earned <= 0 ? "incorrect" : decimal(earned / possible);
}
