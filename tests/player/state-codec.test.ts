import assert from "node:assert/strict";
import { test } from "node:test";
import type { Payload, QuestionPayload } from "../../builder/player/src/payload";
import { decode, emptyState, encode, type SavedState } from "../../builder/player/src/state-codec";
import { readCases } from "./cases";
import { course, question } from "./course";
import { chance, type Chance } from "./random";

interface StateCase {
  name: string;
  payload: {
    build: string;
    pages: { id: string; slot: number; kind: "lesson" | "quiz" }[];
    quizzes: Payload["quizzes"];
    questions: QuestionPayload[];
  };
  state: {
    done: string[];
    page: string | null;
    quizzes: Record<string, { attempt: number; best: number }>;
    best: number | null;
    flags: string;
    interactions: number;
    answers: Record<string, { answer: string[]; tries: number; revealed: boolean }>;
  };
  encoded: string;
  bound: number;
}

function payloadOf({ payload }: StateCase): Payload {
  return {
    ...course(),
    build: payload.build,
    pages: payload.pages.map((page) => ({ ...page, title: page.id, minutes: 1, module: "module-een" })),
    quizzes: payload.quizzes,
    questions: Object.fromEntries(payload.questions.map((one) => [one.id, one])),
  };
}

function stateOf({ state, payload }: StateCase): SavedState {
  return {
    build: payload.build,
    done: new Set(state.done),
    bookmark: state.page,
    quizzes: new Map(Object.entries(state.quizzes)),
    score: state.best,
    completed: state.flags.includes("c"),
    success: state.flags.includes("p") ? "passed" : state.flags.includes("f") ? "failed" : "unknown",
    interactions: state.interactions,
    answers: new Map(Object.entries(state.answers)),
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

test("slots that the course no longer has are dropped, the rest stands [item 54]", () => {
  const before = course();
  const state: SavedState = {
    ...emptyState,
    done: new Set(["les-een", "les-twee", "toets-een"]),
    bookmark: "les-twee",
    quizzes: new Map([["toets-een", { attempt: 2, best: 3.5 }]]),
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
    const old = questions[id];
    if (old) questions[id] = { ...old, options: old.options.filter((option) => keys.includes(option.key)) };
  };
  keep("een-goed", ["b", "a"]);
  keep("meer-goed", ["c", "a", "b"]);
  const after: Payload = { ...before, build: "zzz999", pages: [before.pages[0]!, ...pages].reverse(), questions };
  const found = read(encode(state, before), after);
  assert.deepEqual([...found.done].sort(), ["les-een", "toets-een"]);
  assert.equal(found.bookmark, "les-een", "the page that was made last before the one that is gone");
  assert.deepEqual(found.quizzes.get("toets-een"), { attempt: 2, best: 3.5 });
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
  const asked = before.questions["meer-goed"]!;
  const inserted = question("nieuw", 4, "single-choice", asked.options);
  const after: Payload = {
    ...before,
    pages: [{ ...before.pages[0]!, id: "nieuwe-les", slot: 4 }, ...[...before.pages].reverse()],
    questions: {
      nieuw: inserted,
      ...before.questions,
      "meer-goed": {
        ...asked,
        options: [{ ...asked.options[0]!, key: "e", slot: 4 }, ...[...asked.options].reverse()],
      },
    },
  };
  assert.deepEqual(plain(read(encode(state, before), after)), plain(state));
});

function anyCourse(luck: Chance): Payload {
  const slots = (count: number) => [...new Set(Array.from({ length: count }, () => luck.below(count * 2)))];
  const questions = slots(1 + luck.below(60)).map((slot) => {
    const options = slots(2 + luck.below(20)).map((optionSlot) => ({
      key: `k${optionSlot}`,
      slot: optionSlot,
      correct: true,
      text: "",
      feedback: "",
    }));
    return question(`vraag-${slot}`, slot, "multiple-choice", options, 1 + luck.below(9));
  });
  const quizIds: string[] = [];
  const pages = slots(2 + luck.below(120)).map((slot) => {
    const isQuiz = luck.next() < 0.2;
    if (isQuiz) quizIds.push(`bladzij-${slot}`);
    return {
      id: `bladzij-${slot}`,
      slot,
      kind: isQuiz ? ("quiz" as const) : ("lesson" as const),
      title: "",
      minutes: 1,
      module: "m",
    };
  });
  const quizzes = Object.fromEntries(
    quizIds.map((id) => [id, { questions: questions.map((one) => one.id), questionAttempts: 2, quizAttempts: null }]),
  );
  return { ...course(), pages, quizzes, questions: Object.fromEntries(questions.map((one) => [one.id, one])) };
}

function anyState(luck: Chance, payload: Payload): SavedState {
  const points = Object.values(payload.questions).reduce((sum, one) => sum + one.points, 0);
  const answers = new Map<string, { answer: string[]; tries: number; revealed: boolean }>();
  for (const one of luck.some(Object.values(payload.questions))) {
    const chosen = luck.some(one.options).map((option) => option.key);
    if (chosen.length > 0)
      answers.set(one.id, { answer: chosen, tries: 1 + luck.below(35), revealed: luck.next() < 0.5 });
  }
  return {
    build: payload.build,
    done: new Set(luck.some(payload.pages).map((page) => page.id)),
    bookmark: luck.next() < 0.2 ? null : luck.pick(payload.pages).id,
    quizzes: new Map(
      luck
        .some(Object.keys(payload.quizzes))
        .map((id) => [id, { attempt: 1 + luck.below(1295), best: luck.below(points * 100 + 1) / 100 }]),
    ),
    score: luck.next() < 0.2 ? null : luck.below(10001) / 10000,
    completed: luck.next() < 0.5,
    success: luck.pick(["unknown", "passed", "failed"] as const),
    interactions: luck.below(46656),
    answers,
  };
}

/** The worst case as docs/state.md counts it, worked out here from the table alone. */
function bound(payload: Payload): number {
  const width = (value: number) => value.toString(36).length;
  const list = (lengths: number[]) => lengths.reduce((sum, length) => sum + length + 1, 0);
  const highest = Math.max(...payload.pages.map((page) => page.slot));
  const points = Object.values(payload.questions).reduce((sum, one) => sum + one.points, 0);
  const quizzes = payload.pages
    .filter((page) => page.id in payload.quizzes)
    .map((page) => width(page.slot) + 4 + width(points * 100));
  const answers = Object.values(payload.questions).map(
    (one) => width(one.slot) + 3 + width(one.options.reduce((sum, option) => sum + 2 ** option.slot, 0)),
  );
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
  ];
  return parts.reduce((sum, part) => sum + part + 1, 0);
}
