/** The learner's state as a short string and back; docs/state.md is the description of the format. */

import type { PageId, Payload, QuestionId, QuestionPayload } from "./payload";
import type { Answer } from "./store";

/** What is kept between sessions. Everything else is worked out from it. */
export interface SavedState {
  /** Build of the course that the best points below were earned in, "" while nothing is kept. */
  build: string;
  done: ReadonlySet<PageId>;
  bookmark: PageId | null;
  /** Per quiz that was begun: which time, and the best points so far in whole hundredths. */
  quizzes: ReadonlyMap<PageId, QuizState>;
  /** Best score of the course 0..1 in steps of 0.0001, null while there is none. */
  score: number | null;
  completed: boolean;
  success: "unknown" | "passed" | "failed";
  /** Interaction records written so far. */
  interactions: number;
  answers: ReadonlyMap<QuestionId, AnswerState>;
}

export interface QuizState {
  attempt: number;
  best: number;
}

export interface AnswerState {
  answer: Answer;
  tries: number;
  revealed: boolean;
}

export type Decoded = { kind: "empty" } | { kind: "state"; state: SavedState } | { kind: "unreadable" };

export const emptyState: SavedState = {
  build: "",
  done: new Set(),
  bookmark: null,
  quizzes: new Map(),
  score: null,
  completed: false,
  success: "unknown",
  interactions: 0,
  answers: new Map(),
};

const FORMAT = "1";
const RADIX = 36;
const MOST_TRIES = RADIX - 1;
const MOST_INTERACTIONS = RADIX ** 3 - 1;
const SIX_BITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const SHAPE =
  /^1;([0-9a-z]{6});([0-9a-z]{4});(P([\w-]*);L([0-9a-z]*);Z([0-9a-z.,]*);S([0-9a-z]*)\.(c?)([pf]?);J([0-9a-z]+);Q([0-9a-z.,]*))$/;
const QUIZ = /^([0-9a-z]+)\.([0-9a-z]+)\.([0-9a-z]+)$/;
const ANSWER = /^([0-9a-z]+)\.([1-9a-z])([01])([0-9a-z]+)$/;

/** The string for `state`; ids that the course does not have are left out. */
export function encode(state: SavedState, payload: Payload): string {
  const pageSlots = slotsOf(payload);
  const doneSlots = [...state.done].flatMap((id) => pageSlots.get(id) ?? []);
  const bookmark = state.bookmark === null ? undefined : pageSlots.get(state.bookmark);
  const quizzes = inSlotOrder(state.quizzes, pageSlots).map(
    ([slot, quiz]) => `${digits(slot)}.${digits(quiz.attempt)}.${digits(quiz.best * 100)}`,
  );
  const questionSlots = new Map(Object.values(payload.questions).map(({ id, slot }) => [id, slot]));
  const answers = inSlotOrder(state.answers, questionSlots).map(([slot, answer, id]) => {
    const tries = digits(Math.min(answer.tries, MOST_TRIES));
    return `${digits(slot)}.${tries}${answer.revealed ? 1 : 0}${mask(payload.questions[id], answer.answer)}`;
  });
  const best = state.score === null ? "" : digits(state.score * 10000);
  const flags = (state.completed ? "c" : "") + { unknown: "", passed: "p", failed: "f" }[state.success];
  const body = [
    `P${bits(doneSlots)}`,
    `L${bookmark === undefined ? "" : digits(bookmark)}`,
    `Z${quizzes.join(",")}`,
    `S${best}.${flags}`,
    `J${digits(Math.min(state.interactions, MOST_INTERACTIONS))}`,
    `Q${answers.join(",")}`,
  ].join(";");
  return `${FORMAT};${payload.build};${checksum(body)};${body}`;
}

/** Reads a kept string. What cannot be trusted as a whole is unreadable; unknown slots are dropped. */
export function decode(text: string, payload: Payload): Decoded {
  if (text === "") return { kind: "empty" };
  const match = SHAPE.exec(text);
  const [, build = "", sum, body = "", pages = "", last = "", quizzes = ""] = match ?? [];
  const [best = "", completed, success, count = "", answers = ""] = match?.slice(7) ?? [];
  if (!match || checksum(body) !== sum) return { kind: "unreadable" };
  const quizStates = readQuizzes(quizzes, payload);
  const answerStates = readAnswers(answers, payload);
  if (!quizStates || !answerStates) return { kind: "unreadable" };
  return {
    kind: "state",
    state: {
      build,
      done: new Set(payload.pages.filter((page) => hasBit(pages, page.slot)).map((page) => page.id)),
      bookmark: last === "" ? null : nearestPage(number(last), payload),
      quizzes: quizStates,
      score: best === "" ? null : Math.min(number(best), 10000) / 10000,
      completed: completed === "c",
      success: success === "p" ? "passed" : success === "f" ? "failed" : "unknown",
      interactions: number(count),
      answers: answerStates,
    },
  };
}

function readQuizzes(text: string, payload: Payload): Map<PageId, QuizState> | null {
  const bySlot = new Map(payload.pages.map((page) => [page.slot, page]));
  const found = new Map<PageId, QuizState>();
  for (const entry of text === "" ? [] : text.split(",")) {
    const [, slot = "", attempt = "", best = ""] = QUIZ.exec(entry) ?? [];
    if (slot === "") return null;
    const page = bySlot.get(number(slot));
    if (page?.kind !== "quiz") continue;
    found.set(page.id, { attempt: Math.max(1, number(attempt)), best: number(best) / 100 });
  }
  return found;
}

function readAnswers(text: string, payload: Payload): Map<QuestionId, AnswerState> | null {
  const bySlot = new Map(Object.values(payload.questions).map((question) => [question.slot, question]));
  const found = new Map<QuestionId, AnswerState>();
  for (const entry of text === "" ? [] : text.split(",")) {
    const [, slot = "", tries = "", revealed, chosen = ""] = ANSWER.exec(entry) ?? [];
    if (slot === "") return null;
    const question = bySlot.get(number(slot));
    const answer = question ? unmask(question, number(chosen)) : [];
    // An answer whose every option has gone is no answer: the question is open again.
    if (!question || answer.length === 0) continue;
    found.set(question.id, { answer, tries: number(tries), revealed: revealed === "1" });
  }
  return found;
}

/** The page in a slot; when it has gone, the page that was made last before it. */
function nearestPage(slot: number, payload: Payload): PageId | null {
  const earlier = payload.pages.filter((page) => page.slot <= slot);
  const nearest = earlier.reduce<number>((most, page) => Math.max(most, page.slot), -1);
  return earlier.find((page) => page.slot === nearest)?.id ?? null;
}

function slotsOf(payload: Payload): Map<PageId, number> {
  return new Map(payload.pages.map((page) => [page.id, page.slot]));
}

function inSlotOrder<T>(states: ReadonlyMap<string, T>, slots: ReadonlyMap<string, number>): [number, T, string][] {
  return [...states]
    .flatMap<[number, T, string]>(([id, state]) => {
      const slot = slots.get(id);
      return slot === undefined ? [] : [[slot, state, id]];
    })
    .sort(([left], [right]) => left - right);
}

/** Options as a number with one bit per slot; sums, because shifts would stop at 32 bits. */
function mask(question: QuestionPayload | undefined, answer: Answer): string {
  const chosen = (question?.options ?? []).filter((option) => answer.includes(option.key));
  return digits(chosen.reduce((sum, option) => sum + 2 ** option.slot, 0));
}

function unmask(question: QuestionPayload, sum: number): string[] {
  return question.options.filter((option) => Math.floor(sum / 2 ** option.slot) % 2 === 1).map((option) => option.key);
}

/** Slot 0 is the highest bit of the first character; the end of zeros is left out. */
function bits(slots: readonly number[]): string {
  const sextets: number[] = [];
  for (const slot of slots) {
    const place = Math.floor(slot / 6);
    while (sextets.length <= place) sextets.push(0);
    sextets[place] = (sextets[place] ?? 0) | (32 >> (slot % 6));
  }
  return sextets.map((sextet) => SIX_BITS.charAt(sextet)).join("");
}

function hasBit(text: string, slot: number): boolean {
  const sextet = SIX_BITS.indexOf(text.charAt(Math.floor(slot / 6)) || "A");
  return (sextet & (32 >> (slot % 6))) !== 0;
}

/** FNV-1a of 32 bits, as four digits of base 36. */
export function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return digits(hash % RADIX ** 4).padStart(4, "0");
}

function digits(value: number): string {
  return Math.max(0, Math.round(value)).toString(RADIX);
}

function number(text: string): number {
  return parseInt(text, RADIX);
}
