/** Where the learner is and how much is left, as numbers for the bars and sentences of the shell. */

import { isStop, type ModulePayload, type PageId, type PagePayload, type Payload } from "../payload";
import type { View } from "../store";
import type { Scene } from "./scene";
import type { Words } from "./words";

/** Whole percent of the pages that are done; 100 only when all are. */
function donePercent(view: View): number {
  return Math.floor(view.progress * 100 + 1e-6);
}

/** Minutes of the pages that are not done, rounded to five; 0 when all are done. */
function minutesLeft(payload: Payload, view: View): number {
  const minutes = payload.pages
    .filter(isStop)
    .filter((page) => !view.done.has(page.id))
    .reduce((sum, page) => sum + page.minutes, 0);
  return minutes && Math.max(5, Math.round(minutes / 5) * 5);
}

/** How far the learner is and how long it still takes, in words. */
export function progressText({ payload, view, words }: Scene): string {
  const n = donePercent(view);
  const minutes = minutesLeft(payload, view);
  return minutes
    ? words("progress.summary", { n, left: words("progress.left", { n: minutes }) })
    : words("progress.percent", { n });
}

export function findPage(payload: Payload, id: PageId): PagePayload | undefined {
  return payload.pages.find((page) => page.id === id);
}

/** The page before (-1) or after (1) another one in reading order; around a check its own lesson. */
export function neighbour(payload: Payload, id: PageId, step: -1 | 1): PagePayload | undefined {
  const stops = payload.pages.filter(isStop);
  const at = stops.findIndex((page) => page.id === id);
  return at < 0 ? findPage(payload, stopOf(payload, id)) : stops[at + step];
}

/** The page of the way that a page belongs to: of a check its lesson, else the page itself. */
export function stopOf(payload: Payload, id: PageId): PageId {
  return findPage(payload, id)?.lesson ?? id;
}

export function moduleOf(payload: Payload, id: PageId | null): ModulePayload | undefined {
  return payload.modules.find((module) => id !== null && module.pages.includes(stopOf(payload, id)));
}

/** The title of a module, with its number where it has one. */
export function moduleTitle({ number, title }: ModulePayload, words: Words): string {
  return number === null ? title : words("progress.module_title", { n: number, title });
}

/** Which lesson of its module a page is, from 1; null for a quiz. */
export function lessonPosition(payload: Payload, id: PageId): { n: number; total: number } | null {
  const lessons = moduleOf(payload, id)?.pages.filter((page) => findPage(payload, page)?.kind === "lesson") ?? [];
  const at = lessons.indexOf(id);
  return at < 0 ? null : { n: at + 1, total: lessons.length };
}
