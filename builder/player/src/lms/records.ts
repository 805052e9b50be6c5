/**
 * Interactions of SCORM 2004: one record for every question, brought up to date in place, so that
 * an LMS that sends everything at every commit keeps sending little (RTE 4.2.9).
 */

import type { Pair, Pattern, Response } from "../questions/type";
import type { Calls } from "./calls";
import { decimal, identifier, interval, plainText, shortIdentifier, timestamp, unique } from "./formats";
import type { InteractionRecord } from "./transport";

/** The number of records that the standard promises. */
const MOST_RECORDS = 250;
/** Times that a record is handed over; what is refused so often will not be accepted any more. */
const MOST_TRIES = 3;
/** The standard's limit for a description in characters. */
const MOST_DESCRIPTION = 250;
/** Limits of what a response holds, in the smallest form that an LMS must take (RTE 4.2.9.1). */
const MOST_PATTERNS = 5;
const MOST_GAPS = 10;
const MOST_GAP = 250;
const MOST_LONG_TEXT = 4000;
const MOST_PAIRS = 125;
const MOST_DECIMALS = 7;

/** The LMS's answer when an element was never given a value: there is nothing, and it is sure of it. */
const NO_VALUE = "403";

interface Place {
  index: number;
  /** The LMS had it before this session: its type, weight and patterns stay. */
  isOld: boolean;
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

const PATTERNS = "correct_responses.";
const ONCE: readonly string[] = ["type", "weighting", "description"];

/** What a record keeps once it has it; some LMSs refuse the same pattern twice. */
const isOnce = (part: string): boolean => ONCE.includes(part) || part.startsWith(PATTERNS);

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
      places.set(calls.get(`cmi.interactions.${index}.id`), { index, isOld: true, settled: new Set() });
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
    const place: Place = { index: count, isOld: false, settled: new Set() };
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
      if (unsupportedParts.has(part) || place.settled.has(part) || (place.isOld && isOnce(part))) continue;
      if (calls.set(`cmi.interactions.${place.index}.${part}`, value)) {
        if (isOnce(part)) place.settled.add(part);
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
  const patterns = unique(record.correct.map(patternText)).slice(0, MOST_PATTERNS);
  return [
    ["type", record.response.kind],
    ["timestamp", timestamp(record.at)],
    ["weighting", decimal(record.possible, 2)],
    ...patterns.map<[string, string]>((text, index) => [`${PATTERNS}${index}.pattern`, text]),
    ["learner_response", responseText(record.response)],
    ["result", resultText(record)],
    ["latency", interval(record.latencyMs)],
    ["description", plainText(record.question.text, MOST_DESCRIPTION)],
  ];
}

function responseText(response: Response): string {
  switch (response.kind) {
    case "true-false":
      return String(response.value);
    case "choice":
    case "sequencing":
      return response.keys.map(shortIdentifier).join("[,]");
    case "matching":
      return pairText(response.pairs);
    case "performance":
      return pairText(response.steps);
    case "likert":
      return `l${response.step}`;
    case "numeric":
      return decimal(response.value, MOST_DECIMALS);
    case "fill-in":
      return gapText(response.texts);
    case "long-fill-in":
      return plainText(response.text, MOST_LONG_TEXT);
  }
}

/** What a text may differ in, in front of it; the order of one text says nothing. */
function patternText(pattern: Pattern): string {
  if (pattern.kind === "numeric") {
    return [pattern.low, pattern.high].map((value) => decimal(value, MOST_DECIMALS)).join("[:]");
  }
  if (pattern.kind !== "fill-in") return responseText(pattern);
  const order = pattern.texts.length > 1 ? "{order_matters=true}" : "";
  return `{case_matters=${pattern.matchesCase}}${order}${gapText(pattern.texts)}`;
}

function pairText(pairs: readonly Pair[]): string {
  return pairs
    .slice(-MOST_PAIRS)
    .map((pair) => pair.map(shortIdentifier).join("[.]"))
    .join("[,]");
}

function gapText(texts: readonly string[]): string {
  return texts
    .slice(0, MOST_GAPS)
    .map((text) => plainText(text, MOST_GAP))
    .join("[,]");
}

function resultText({ earned, possible }: InteractionRecord): string {
  if (possible === 0) return "neutral";
  if (earned >= possible) return "correct";
  return earned <= 0 ? "incorrect" : decimal(earned / possible);
}
