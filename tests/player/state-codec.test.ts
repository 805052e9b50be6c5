import assert from "node:assert/strict";
import { test } from "node:test";
import type { Payload, QuestionPayload } from "../../builder/player/src/payload";
import type { BranchingPayload } from "../../builder/player/src/questions/conversation";
import type { ChoicePayload } from "../../builder/player/src/questions/choice";
import type { GapsPayload } from "../../builder/player/src/questions/gaps";
import type { OrderingPayload } from "../../builder/player/src/questions/ordering";
import type { PairsPayload } from "../../builder/player/src/questions/pairs";
import type { ShortTextPayload } from "../../builder/player/src/questions/short-text";
import { decode, emptyState, encode, type SavedState } from "../../builder/player/src/state-codec";
import { anyCourse, anyState } from "./any-course";
import { readCases } from "./cases";
import { choiceOf, course, plainQuiz, question } from "./course";
import { chance } from "./random";

interface StateCase {
  name: string;
  payload: {
    build: string;
    pages: { id: string; slot: number; kind: "lesson" | "quiz" }[];
    /** The questions that a quiz asks, and how many of them when it draws. */
    quizzes: Record<string, { questions: string[]; count?: number }>;
    questions: QuestionPayload[];
  };
  state: {
    done: string[];
    page: string | null;
    quizzes: Record<string, { attempt: number; best: number; drawing?: { seed: number; drawn: string[] } }>;
    seen?: string[];
    best: number | null;
    flags: string;
    interactions: number;
    answers: Record<string, { answer: string[]; tries: number; revealed: boolean }>;
    draft?: { question: string; answer: string[] };
  };
  encoded: string;
  bound: number;
}

function payloadOf({ payload }: StateCase): Payload {
  return {
    ...course(),
    build: payload.build,
    pages: payload.pages.map((page) => ({ ...page, title: page.id, minutes: 1, module: "module-een" })),
    quizzes: Object.fromEntries(
      Object.entries(payload.quizzes).map(([id, { questions, count = questions.length }]) => [
        id,
        plainQuiz(questions, { pools: [{ count, questions }] }),
      ]),
    ),
    questions: Object.fromEntries(payload.questions.map((one) => [one.id, one])),
  };
}

function stateOf({ state, payload }: StateCase): SavedState {
  return {
    build: payload.build,
    done: new Set(state.done),
    bookmark: state.page,
    quizzes: new Map(Object.entries(state.quizzes).map(([id, quiz]) => [id, { drawing: null, ...quiz }])),
    seen: new Set(state.seen ?? []),
    score: state.best,
    completed: state.flags.includes("c"),
    success: state.flags.includes("p") ? "passed" : state.flags.includes("f") ? "failed" : "unknown",
    interactions: state.interactions,
    answers: new Map(Object.entries(state.answers)),
    draft: state.draft ?? null,
  };
}

/** A state as values that can be compared, whatever the order in which it came about. */
function plain(state: SavedState): unknown {
  const sorted = <T>(entries: Iterable<[string, T]>) => [...entries].sort(([left], [right]) => (left < right ? -1 : 1));
  return {
    ...state,
    done: [...state.done].sort(),
    quizzes: sorted(state.quizzes),
    answers: sorted(state.answers).map(([id, kept]) => [id, { ...kept, answer: [...kept.answer].sort() }]),
  };
}

function read(text: string, payload: Payload): SavedState {
  const decoded = decode(text, payload);
  assert.equal(decoded.kind, "state", text);
  return (decoded as { state: SavedState }).state;
}

for (const one of readCases<StateCase>("state")) {
  test(`${one.file}: ${one.name} [item 45]`, () => {
    const payload = payloadOf(one);
    const state = stateOf(one);
    const encoded = encode(state, payload);
    assert.equal(encoded, one.encoded);
    assert.deepEqual(plain(read(one.encoded, payload)), plain(state));
    assert.ok(encoded.length <= one.bound, `${encoded.length} characters, ${one.bound} allowed`);
  });
}

const SEEDS = Array.from({ length: 200 }, (_, seed) => seed);

test("any state comes back as it was, in the allowed characters [item 45]", () => {
  for (const seed of SEEDS) {
    const luck = chance(seed);
    const payload = anyCourse(luck);
    const state = anyState(luck, payload);
    const text = encode(state, payload);
    assert.match(text, /^[A-Za-z0-9\-_.;,!~]+$/);
    assert.deepEqual(plain(read(text, payload)), plain(state), `seed ${seed}`);
    assert.equal(encode(read(text, payload), payload), text);
    assert.ok(text.length <= bound(payload), `seed ${seed}: ${text.length} > ${bound(payload)}`);
  }
});

test("one changed character makes a state unreadable, not another state [item 55]", () => {
  for (const seed of SEEDS.slice(0, 40)) {
    const luck = chance(seed);
    const payload = anyCourse(luck);
    const text = encode(anyState(luck, payload), payload);
    const place = 9 + luck.below(text.length - 9);
    const other = text[place] === "a" ? "b" : "a";
    const broken = text.slice(0, place) + other + text.slice(place + 1);
    assert.equal(decode(broken, payload).kind, "unreadable", broken);
    assert.equal(decode(text.slice(0, -1), payload).kind, "unreadable", "cut off");
  }
});

test("foreign, damaged and future states are unreadable, an empty one is empty [item 55]", () => {
  const payload = course();
  const text = encode(emptyState, payload);
  const foreign = [
    '{"v":1}',
    "bookmark=3",
    " ",
    "1;;;",
    text.replace(/^1/, "2"),
    `${text};X9`,
    "1".repeat(5000),
    "ünï",
  ];
  for (const one of foreign) assert.equal(decode(one, payload).kind, "unreadable", one);
  assert.equal(decode("", payload).kind, "empty");
});

test("a draft of a question that is gone, or that says nothing, is dropped and the rest stands [item 54]", () => {
  const payload = course();
  const state: SavedState = { ...emptyState, draft: { question: "klopt-het", answer: ["true"] } };
  const text = encode(state, payload);
  assert.match(text, /;D2\.1$/);
  assert.deepEqual(read(text, payload).draft, state.draft);
  const questions = { ...payload.questions };
  delete questions["klopt-het"];
  assert.equal(read(text, { ...payload, questions }).draft, null);
  assert.match(encode({ ...state, draft: { question: "klopt-het", answer: [] } }, payload), /;D$/);
});

test("slots that the course no longer has are dropped, the rest stands [item 54]", () => {
  const before = course();
  const state: SavedState = {
    ...emptyState,
    done: new Set(["les-een", "les-twee", "toets-een"]),
    bookmark: "les-twee",
    quizzes: new Map([["toets-een", { attempt: 2, best: 3.5, drawing: null }]]),
    score: 0.7,
    answers: new Map([
      ["een-goed", { answer: ["c"], tries: 2, revealed: true }],
      ["meer-goed", { answer: ["a", "d"], tries: 1, revealed: false }],
      ["klopt-het", { answer: ["false"], tries: 1, revealed: false }],
    ]),
  };
  const [, , ...pages] = before.pages;
  const questions = { ...before.questions };
  delete questions["klopt-het"];
  const keep = (id: string, keys: string[]) => {
    const old = choiceOf(before, id);
    const fewer = { ...old, options: old.options.filter((option) => keys.includes(option.key)) };
    questions[id] = fewer;
  };
  keep("een-goed", ["b", "a"]);
  keep("meer-goed", ["c", "a", "b"]);
  const after: Payload = { ...before, build: "zzz999", pages: [before.pages[0]!, ...pages].reverse(), questions };
  const found = read(encode(state, before), after);
  assert.deepEqual([...found.done].sort(), ["les-een", "toets-een"]);
  assert.equal(found.bookmark, "les-een", "the page that was made last before the one that is gone");
  assert.deepEqual(found.quizzes.get("toets-een"), { attempt: 2, best: 3.5, drawing: null });
  assert.deepEqual([...found.answers], [["meer-goed", { answer: ["a"], tries: 1, revealed: false }]]);
  assert.equal(found.score, 0.7);
  assert.equal(found.build, before.build, "that of the course in which it was kept, not of the one that reads it");
});

test("reordered and inserted pages, questions and options change nothing that was done [item 54]", () => {
  const before = course();
  const state: SavedState = {
    ...emptyState,
    build: before.build,
    done: new Set(["les-twee"]),
    bookmark: "toets-een",
    answers: new Map([["meer-goed", { answer: ["a", "c"], tries: 2, revealed: false }]]),
  };
  const asked = choiceOf(before, "meer-goed");
  const changed: ChoicePayload = {
    ...asked,
    options: [{ ...asked.options[0]!, key: "e", slot: 4 }, ...[...asked.options].reverse()],
  };
  const inserted = question("nieuw", 4, "single-choice", asked.options);
  const after: Payload = {
    ...before,
    pages: [{ ...before.pages[0]!, id: "nieuwe-les", slot: 4 }, ...[...before.pages].reverse()],
    questions: {
      nieuw: inserted,
      ...before.questions,
      "meer-goed": changed,
    },
  };
  assert.deepEqual(plain(read(encode(state, before), after)), plain(state));
});

/** The worst case as docs/state.md counts it, worked out here from the table alone. */
function bound(payload: Payload): number {
  const width = (value: number) => value.toString(36).length;
  const list = (lengths: number[]) => lengths.reduce((sum, length) => sum + length + 1, 0);
  const highest = Math.max(...payload.pages.map((page) => page.slot));
  const points = Object.values(payload.questions).reduce((sum, one) => sum + one.points, 0);
  const quizzes = payload.pages
    .filter((page) => page.id in payload.quizzes)
    .map((page) => width(page.slot) + 4 + width(points * 100));
  const widest = (one: QuestionPayload) => {
    if ("start" in one) return widestWalk(one as BranchingPayload);
    if ("options" in one) return width((one as ChoicePayload).options.reduce((sum, option) => sum + 2 ** option.slot, 0));
    if ("choices" in one) return Math.max(...(one as PairsPayload).items.map((item) => item.slot)) + 1;
    if ("items" in one) return (one as OrderingPayload).items.length;
    if ("steps" in one || "model" in one) return 1;
    if (!("gaps" in one)) return 4 * (one as ShortTextPayload).maxLength;
    const gaps = (one as GapsPayload).gaps.map((gap) =>
      "options" in gap
        ? width(Math.max(...gap.options.map(({ slot }) => slot)))
        : width(gap.slot) + 1 + 4 * gap.maxLength,
    );
    return gaps.reduce((sum, length) => sum + length + 2, -2);
  };
  const questions = Object.values(payload.questions);
  const answers = questions.map((one) => width(one.slot) + 3 + widest(one));
  const draft = Math.max(...questions.map((one) => width(one.slot) + 1 + widest(one)));
  const parts = [
    1,
    6,
    4,
    1 + Math.ceil((highest + 1) / 6),
    1 + width(highest),
    1 + list(quizzes),
    7,
    4,
    1 + list(answers),
    1 + draft,
  ];
  return parts.reduce((sum, part) => sum + part + 1, 0);
}

/** Every detour, every choice that can be taken back, and of all ways the widest. */
function widestWalk({ start, choices }: BranchingPayload): number {
  const width = (slot: number) => (slot < 64 ? 1 : 2);
  const spent = choices
    .filter(({ to }) => to !== "einde")
    .reduce((sum, { slot, to }) => sum + width(slot) + (to ? 1 : 0), 0);
  const way = (from: string): number =>
    Math.max(0, ...choices.filter(({ step, to }) => step === from && to).map(({ slot, to }) => width(slot) + way(to)));
  return spent + way(start);
}
