/** The learner's state as a short string and back; docs/state.md is the description of the format. */

import { checksum } from "./checksum";
import { digits, number, RADIX, SIX_BITS } from "./digits";
import { SEEDS, type Drawing } from "./draws";
import type { PageId, Payload, QuestionId, QuestionPayload } from "./payload";
import { questionType } from "./questions";
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
  /** Questions of pools that were drawn in an attempt until now. */
  seen: ReadonlySet<QuestionId>;
  answers: ReadonlyMap<QuestionId, AnswerState>;
  /** What the learner is working on: chosen or typed, and not checked yet. */
  draft: { question: QuestionId; answer: Answer } | null;
}

export interface QuizState {
  attempt: number;
  best: number;
  /** What was drawn by lot for this attempt; null where nothing is. */
  drawing: Drawing | null;
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
  seen: new Set(),
  answers: new Map(),
  draft: null,
};

const FORMAT = "1";
const MOST_TRIES = RADIX - 1;
const MOST_INTERACTIONS = RADIX ** 3 - 1;
const SHAPE =
  /^1;([0-9a-z]{6});([0-9a-z]{4});(P([\w-]*);L([0-9a-z]*);Z([0-9a-z.,-]*);S([0-9a-z]*)\.(c?)([pf]?);J([0-9a-z]+);(?:U([\w-]+);)?Q([\w.!~,-]*);D([\w.!~-]*))$/;
const QUIZ = /^([0-9a-z]+)\.([0-9a-z]+)\.([0-9a-z]+)(?:\.([0-9a-z]+)\.([0-9a-z-]*))?$/;
const ANSWER = /^([0-9a-z]+)\.([1-9a-z])([01])([\w.!~-]+)$/;
const DRAFT = /^([0-9a-z]+)\.([\w.!~-]+)$/;

/** The string for `state`; ids that the course does not have are left out. */
export function encode(state: SavedState, payload: Payload): string {
  const pageSlots = slotsOf(payload);
  const doneSlots = [...state.done].flatMap((id) => pageSlots.get(id) ?? []);
  const bookmark = state.bookmark === null ? undefined : pageSlots.get(state.bookmark);
  const questionSlots = new Map(Object.values(payload.questions).map(({ id, slot }) => [id, slot]));
  const slotsOfQuestions = (ids: Iterable<QuestionId>) => [...ids].flatMap((id) => questionSlots.get(id) ?? []);
  const quizzes = inSlotOrder(state.quizzes, pageSlots).map(([slot, { attempt, best, drawing }]) => {
    const kept = [slot, attempt, best * 100].map(digits).join(".");
    return drawing
      ? `${kept}.${digits(drawing.seed)}.${slotsOfQuestions(drawing.drawn).map(digits).join("-")}`
      : kept;
  });
  const answers = inSlotOrder(state.answers, questionSlots).flatMap(([slot, answer, id]) => {
    const text = write(payload.questions[id], answer.answer);
    const tries = digits(Math.min(answer.tries, MOST_TRIES));
    return text ? [`${digits(slot)}.${tries}${answer.revealed ? 1 : 0}${text}`] : [];
  });
  const draft = state.draft && payload.questions[state.draft.question];
  const drafted = draft && state.draft ? write(draft, state.draft.answer) : "";
  const best = state.score === null ? "" : digits(state.score * 10000);
  const flags = (state.completed ? "c" : "") + { unknown: "", passed: "p", failed: "f" }[state.success];
  const body = [
    `P${bits(doneSlots)}`,
    `L${bookmark === undefined ? "" : digits(bookmark)}`,
    `Z${quizzes.join(",")}`,
    `S${best}.${flags}`,
    `J${digits(Math.min(state.interactions, MOST_INTERACTIONS))}`,
    ...(state.seen.size > 0 ? [`U${bits(slotsOfQuestions(state.seen))}`] : []),
    `Q${answers.join(",")}`,
    `D${draft && drafted ? `${digits(draft.slot)}.${drafted}` : ""}`,
  ].join(";");
  return `${FORMAT};${payload.build};${checksum(body)};${body}`;
}

/** Reads a kept string. What cannot be trusted as a whole is unreadable; unknown slots are dropped. */
export function decode(text: string, payload: Payload): Decoded {
  if (text === "") return { kind: "empty" };
  const match = SHAPE.exec(text);
  const [, build = "", sum, body = "", pages = "", last = "", quizzes = ""] = match ?? [];
  const [best = "", completed, success, count = "", seen = "", answers = "", draft = ""] = match?.slice(7) ?? [];
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
      seen: new Set(Object.values(payload.questions).flatMap(({ id, slot }) => (hasBit(seen, slot) ? [id] : []))),
      answers: answerStates,
      draft: readDraft(draft, payload),
    },
  };
}

function readQuizzes(text: string, payload: Payload): Map<PageId, QuizState> | null {
  const bySlot = new Map(payload.pages.map((page) => [page.slot, page]));
  const found = new Map<PageId, QuizState>();
  for (const entry of text === "" ? [] : text.split(",")) {
    const [, slot = "", attempt = "", best = "", seed, drawn = ""] = QUIZ.exec(entry) ?? [];
    if (slot === "") return null;
    const page = bySlot.get(number(slot));
    if (!page || !payload.quizzes[page.id]) continue;
    const slots = new Set(drawn === "" ? [] : drawn.split("-").map(number));
    const questions = Object.values(payload.questions).filter((question) => slots.has(question.slot));
    found.set(page.id, {
      attempt: Math.max(1, number(attempt)),
      best: number(best) / 100,
      drawing: seed === undefined ? null : { seed: number(seed) % SEEDS, drawn: questions.map(({ id }) => id) },
    });
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
    const answer = question ? questionType(question.type).decode(question, chosen) : [];
    // An answer whose every option has gone is no answer: the question is open again.
    if (!question || answer.length === 0) continue;
    found.set(question.id, { answer, tries: number(tries), revealed: revealed === "1" });
  }
  return found;
}

/** Work in progress is not worth an unreadable state: what cannot be read of it is dropped. */
function readDraft(text: string, payload: Payload): SavedState["draft"] {
  const [, slot = "", chosen = ""] = DRAFT.exec(text) ?? [];
  const question = Object.values(payload.questions).find((one) => one.slot === number(slot));
  const answer = question ? questionType(question.type).decode(question, chosen) : [];
  return question && answer.length > 0 ? { question: question.id, answer } : null;
}

function write(question: QuestionPayload | undefined, answer: Answer): string {
  return question ? questionType(question.type).encode(question, answer) : "";
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
