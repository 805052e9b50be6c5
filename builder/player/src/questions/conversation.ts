/**
 * A conversation of steps: a choice with `to` leads on, any other is a detour, and so is a step back. An answer
 * tells what was done, in order: the key of a choice, with `!` in front for one that was taken back. Each of
 * these stands there once, so that an answer has an end; where the learner is follows from it. Pure.
 */

import { SIX_BITS } from "../digits";
import type { QuestionPayload } from "../payload";
import type { Answer, Score } from "../store";
import { invalid, scored } from "./type";

export interface BranchingPayload extends QuestionPayload {
  /** Percentage of the points that a detour costs. */
  detourCost: number;
  /** Key of the first step. */
  start: string;
  /** Those of all steps, in the author's order. */
  choices: ConversationChoice[];
  /** `score` is a percentage of the points, `text` ready HTML. */
  endings: { key: string; score: number; text: string }[];
  /** The only way to all points, as an answer; nothing when there are more. */
  best: string[];
}

export interface ConversationChoice {
  /** `step/letter` */
  key: string;
  step: string;
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
  choice: ConversationChoice;
  isUndone: boolean;
  /** It led on, and was not taken back. */
  isOn: boolean;
}

/** A conversation as far as it went. */
interface Played {
  moves: Move[];
  /** Those that led to where the learner is. */
  path: Move[];
  /** The step where the learner is, or the key of the ending. */
  here: string;
  ending: BranchingPayload["endings"][number] | undefined;
  /** Number of detours and steps back. */
  spent: number;
}

export const UNDONE = "!";
/** Slots from here on have a mark in front: the alphabet has a character for those below. */
const WIDE = 64;

export function choicesAt({ choices }: BranchingPayload, key: string): ConversationChoice[] {
  return choices.filter(({ step }) => step === key);
}

/** What is no part of the conversation (any more) is left out. */
export function play(question: BranchingPayload, answer: Answer): Played {
  let here = question.start;
  const moves = new Map<string, Move>();
  for (const token of answer) {
    const choice = question.choices.find(({ key }) => token === key || token === UNDONE + key);
    if (!choice) continue;
    const { key, step, to } = choice;
    const isUndone = token !== key;
    const isOn = !isUndone && to !== "";
    if (isUndone ? choicesAt(question, to).length === 0 : isOn && step !== here) continue;
    if (isOn) here = to;
    moves.set(token, { token, choice, isUndone, isOn });
  }
  const all = [...moves.values()];
  const path = all.filter(({ isOn }) => isOn);
  const ending = question.endings.find(({ key }) => key === here);
  return { moves: all, path, here, ending, spent: all.length - path.length };
}

/** Percentage of the points. */
export function percentOf({ detourCost }: BranchingPayload, { ending, spent }: Played): number {
  return Math.max(0, (ending?.score ?? 0) - spent * detourCost);
}

export function score(question: BranchingPayload, answer: Answer): Score {
  const played = play(question, answer);
  return played.ending ? scored(question, percentOf(question, played) / 100) : invalid("dialogue.unfinished");
}

/** A character for each move by the slot of its choice, with `.` in front when it was taken back. */
export function encode(question: BranchingPayload, answer: Answer): string {
  return play(question, answer)
    .moves.map(({ isUndone, choice: { slot } }) => {
      return (isUndone ? "." : "") + (slot < WIDE ? "" : "!") + SIX_BITS.charAt(slot % WIDE);
    })
    .join("");
}

export function decode(question: BranchingPayload, text: string): Answer {
  const tokens = [...text.matchAll(/(\.?)(!?)([\w-])/g)].map(([, undone, wide, low = ""]) => {
    const place = SIX_BITS.indexOf(low) + (wide ? WIDE : 0);
    return (undone ? UNDONE : "") + question.choices.find(({ slot }) => slot === place)?.key;
  });
  return play(question, tokens).moves.map(({ token }) => token);
}
