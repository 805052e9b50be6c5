/**
 * A conversation of steps: a choice with `to` leads on, any other is a detour, and so is a step back. An answer
 * tells what was done, in order: `step/letter` for a choice, with `!` in front for one that was taken back. Each
 * of these stands there once, so that an answer has an end; where the learner is follows from it. Pure.
 */

import { digits, number, RADIX } from "../digits";
import type { QuestionPayload } from "../payload";
import type { Answer, Score } from "../store";
import { invalid, scored } from "./type";

export interface BranchingPayload extends QuestionPayload {
  /** Percentage of the points that a detour costs. */
  detourCost: number;
  /** The first is where it begins. */
  steps: { key: string; choices: ChoicePayload[] }[];
  /** `score` is a percentage of the points, `text` ready HTML. */
  endings: { key: string; score: number; text: string }[];
  /** The only way to all points, as an answer; nothing when there are more. */
  best: string[];
}

export interface ChoicePayload {
  /** Letter of the author. */
  key: string;
  slot: number;
  /** Key of a step or an ending; "" stays at the step. */
  to: string;
  /** Ready HTML, only where the conversation ends with it. */
  reply?: string;
}

/** Something that the learner did. */
export interface Move {
  /** As it stands in the answer. */
  token: string;
  step: string;
  choice: ChoicePayload;
  kind: "on" | "detour" | "undone";
}

/** A conversation as far as it went. */
export interface Played {
  moves: Move[];
  /** Steps from the first to the one where the learner is, and the choices that led on. */
  steps: string[];
  path: Move[];
  ending: BranchingPayload["endings"][number] | undefined;
  /** Number of detours and steps back. */
  spent: number;
}

export const UNDONE = "!";

export function choicesAt({ steps }: BranchingPayload, key: string): ChoicePayload[] {
  return steps.find((step) => step.key === key)?.choices ?? [];
}

/** What is no part of the conversation (any more) is left out. */
export function play(question: BranchingPayload, answer: Answer): Played {
  const steps = [question.steps[0]?.key ?? ""];
  const moves = new Map<string, Move>();
  for (const token of answer) {
    const isUndone = token.startsWith(UNDONE);
    const [step = "", letter] = token.slice(isUndone ? 1 : 0).split("/");
    const choice = choicesAt(question, step).find(({ key }) => key === letter);
    const kind = isUndone ? "undone" : choice?.to ? "on" : "detour";
    if (!choice || (isUndone && choicesAt(question, choice.to).length === 0)) continue;
    if (kind === "on" && step !== steps[steps.length - 1]) continue;
    if (kind === "on") steps.push(choice.to);
    moves.set(token, { token, step, choice, kind });
  }
  const all = [...moves.values()];
  const path = all.filter(({ kind }) => kind === "on");
  const ending = question.endings.find(({ key }) => key === steps[steps.length - 1]);
  return { moves: all, steps: ending ? steps.slice(0, -1) : steps, path, ending, spent: all.length - path.length };
}

/** Chosen again, it is what was done last. */
export function added(answer: Answer, token: string): Answer {
  return [...answer.filter((one) => one !== token), token];
}

/** Percentage of the points. */
export function percentOf({ detourCost }: BranchingPayload, { ending, spent }: Played): number {
  return Math.max(0, (ending?.score ?? 0) - spent * detourCost);
}

export function score(question: BranchingPayload, answer: Answer): Score {
  const played = play(question, answer);
  return played.ending ? scored(question, percentOf(question, played) / 100) : invalid("dialogue.unfinished");
}

/** One character for the first slots, a capital and one more for the others. */
function write(slot: number): string {
  const high = Math.floor(slot / RADIX);
  return (high > 0 ? String.fromCharCode(64 + high) : "") + digits(slot % RADIX);
}

function read(text: string): number {
  const low = text.slice(-1);
  return (text.length > 1 ? (text.charCodeAt(0) - 64) * RADIX : 0) + number(low);
}

export function encode(question: BranchingPayload, answer: Answer): string {
  const { moves } = play(question, answer);
  return moves.map(({ kind, choice }) => (kind === "undone" ? "-" : "") + write(choice.slot)).join("");
}

export function decode(question: BranchingPayload, text: string): Answer {
  const keys = new Map(
    question.steps.flatMap(({ key, choices }) => choices.map((one) => [one.slot, `${key}/${one.key}`])),
  );
  const tokens = [...text.matchAll(/(-?)([A-Z]?[0-9a-z])/g)].flatMap(([, mark, slot = ""]) => {
    const key = keys.get(read(slot));
    return key ? [(mark ? UNDONE : "") + key] : [];
  });
  return play(question, tokens).moves.map(({ token }) => token);
}
