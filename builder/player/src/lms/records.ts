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
/** Times that a record is handed over; what is refused so often will not be accepted any more. */
const MOST_TRIES = 3;
/** The standard's limit for a description in characters. */
const MOST_DESCRIPTION = 250;

/** The LMS's answer when an element was never given a value: there is nothing, and it is sure of it. */
const NO_VALUE = "403";

interface Place {
  index: number;
  /** Parts that were accepted and are never written again. */
  settled: Set<string>;
}

interface Entry {
  record: InteractionRecord;
  /** How often a commit went well without all of it having been accepted. */
  tries: number;
  /** Nothing of it is left to hand over. */
  isAccepted: boolean;
}

export interface Records {
  add(record: InteractionRecord): void;
  /** Hands the waiting records to the LMS. A refusal here never stops the rest from being kept. */
  write(): void;
  /** The commit went well: what was accepted is kept. True when nothing waits for the next time. */
  forget(): boolean;
}

const ONCE: readonly string[] = ["type", "weighting", "correct_responses.0.pattern", "description"];

/** Reads which records the LMS already has; those keep their type, weight and pattern. */
export function createRecords(calls: Calls, notSupported: readonly string[]): Records {
  const places = new Map<string, Place>();
  const waiting = new Map<string, Entry>();
  const unsupportedParts = new Set<string>();
  let isSupported = true;
  let count = readPlaces();

  /** How many records the LMS has; null when it does not tell, for then writing could wipe them. */
  function readPlaces(): number | null {
    const text = calls.read("cmi.interactions._count");
    const isNone = text === "" && calls.code() === NO_VALUE;
    const found = isNone ? 0 : parseInt(text ?? "", 10);
    if (!(found >= 0)) return null;
    for (let index = 0; index < found; index += 1) {
      places.set(calls.get(`cmi.interactions.${index}.id`), { index, settled: new Set(ONCE) });
    }
    return found;
  }

  function placeOf(id: string): Place | null {
    const known = places.get(id);
    if (known || count === null) return known ?? null;
    if (!calls.set(`cmi.interactions.${count}.id`, id)) {
      isSupported = !notSupported.includes(calls.code());
      return null;
    }
    const place: Place = { index: count, settled: new Set() };
    count += 1;
    places.set(id, place);
    return place;
  }

  function write(entry: Entry, id: string): void {
    if (!isSupported) return;
    entry.isAccepted = count !== null && count >= MOST_RECORDS && !places.has(id);
    const place = entry.isAccepted ? null : placeOf(id);
    if (!place) return;
    entry.isAccepted = true;
    for (const [part, value] of partsOf(entry.record)) {
      if (unsupportedParts.has(part) || place.settled.has(part)) continue;
      if (calls.set(`cmi.interactions.${place.index}.${part}`, value)) {
        if (ONCE.includes(part)) place.settled.add(part);
      } else if (notSupported.includes(calls.code())) unsupportedParts.add(part);
      else entry.isAccepted = false;
    }
  }

  return {
    add(record) {
      if (isSupported) waiting.set(identifier(record.question.id), { record, tries: 0, isAccepted: false });
    },
    write() {
      if (waiting.size === 0) return;
      count ??= readPlaces();
      isSupported &&= count !== null;
      waiting.forEach(write);
    },
    forget() {
      for (const [id, entry] of waiting) {
        entry.tries += 1;
        if (!isSupported || entry.isAccepted || entry.tries >= MOST_TRIES) waiting.delete(id);
      }
      return waiting.size === 0;
    },
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
