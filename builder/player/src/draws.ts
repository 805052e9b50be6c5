/** Which questions of a quiz are asked, and in which order. Pure: chance comes in as a seed. */

import { RADIX } from "./digits";
import type { PageId, Payload, PoolPayload, QuestionId, QuizPayload } from "./payload";

/** What was drawn for one attempt; it is kept, so that the same learner finds the same quiz back. */
export interface Drawing {
  /** Whole number from 0, below `SEEDS`. */
  seed: number;
  /** Of the pools that are not asked as a whole. */
  drawn: readonly QuestionId[];
}

/** Number of seeds: three digits of base 36 in the state. */
export const SEEDS = RADIX ** 3;

/** The chance that gives the seed of a drawing again. */
export function chanceOf(drawing: Drawing | null | undefined): number {
  return ((drawing?.seed ?? 0) + 0.5) / SEEDS;
}

export function hasChance(pool: PoolPayload): boolean {
  return pool.count < pool.questions.length;
}

/** Whether something in a quiz is drawn by lot. */
export function needsDrawing(quiz: QuizPayload): boolean {
  return quiz.shufflesQuestions || quiz.shufflesOptions || quiz.pools.some(hasChance);
}

/**
 * The questions for an attempt: those to keep, then those never seen, then by lot. Says also what counts
 * as seen from now on: when there was nothing new left, seeing starts again.
 */
export function draw(
  payload: Payload,
  quiz: PageId,
  seed: number,
  attempt: number,
  seen: ReadonlySet<QuestionId>,
  kept: ReadonlySet<QuestionId>,
): { drawn: QuestionId[]; seen: Set<QuestionId> } {
  const drawn: QuestionId[] = [];
  const after = new Set(seen);
  for (const pool of payload.quizzes[quiz]?.pools ?? []) {
    if (!hasChance(pool)) continue;
    const stays = pool.questions.filter((id) => kept.has(id));
    const others = byLot(payload, pool.questions.filter((id) => !kept.has(id)), seed, attempt);
    const candidates = [...others.filter((id) => !seen.has(id)), ...others.filter((id) => seen.has(id))];
    const chosen = [...stays, ...candidates].slice(0, pool.count);
    const isUsedUp = pool.questions.every((id) => seen.has(id) || chosen.includes(id));
    if (isUsedUp) for (const id of pool.questions) after.delete(id);
    for (const id of chosen) after.add(id);
    drawn.push(...chosen);
  }
  return { drawn, seen: after };
}

/**
 * The questions of an attempt in the order in which they are asked. What went out of the course since is
 * replaced, so that the quiz stays as long as it is; without a drawing the first ones of each pool.
 */
export function asked(payload: Payload, quiz: PageId, attempt: number, drawing: Drawing | null): QuestionId[] {
  const found = payload.quizzes[quiz];
  const questions = (found?.pools ?? []).flatMap((pool) => {
    if (!hasChance(pool)) return pool.questions;
    const stays = pool.questions.filter((id) => drawing?.drawn.includes(id)).slice(0, pool.count);
    const others = pool.questions.filter((id) => !stays.includes(id));
    const more = drawing ? byLot(payload, others, drawing.seed, attempt) : others;
    const taken = new Set([...stays, ...more.slice(0, pool.count - stays.length)]);
    return pool.questions.filter((id) => taken.has(id));
  });
  return drawing && found?.shufflesQuestions ? byLot(payload, questions, drawing.seed, attempt) : questions;
}

/** Things with a slot in an order of their own for each learner, attempt and question. */
export function shuffled<T extends { slot: number }>(
  things: readonly T[],
  seed: number,
  attempt: number,
  question: number,
): T[] {
  return sorted(things, ({ slot }) => rank(`${seed}.${attempt}.${question}.${slot}`));
}

function byLot(payload: Payload, questions: readonly QuestionId[], seed: number, attempt: number): QuestionId[] {
  return sorted(questions, (id) => rank(`${seed}.${attempt}.${payload.questions[id]?.slot ?? 0}`));
}

/** By slot, not by place: a question that is added or taken out does not move the others. */
function sorted<T>(things: readonly T[], rankOf: (thing: T) => number): T[] {
  return things
    .map((thing) => [rankOf(thing), thing] as const)
    .sort(([left], [right]) => left - right)
    .map(([, thing]) => thing);
}

/** A number that looks like chance and is the same for the same text: FNV-1a, then mixed (MurmurHash3). */
function rank(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
