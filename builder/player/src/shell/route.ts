/** Which view a fragment stands for: #start, #certificate, #glossary, #p-<page>, #q-<question>, #r-<quiz>. */

import type { PageId, Payload, QuestionId } from "../payload";

export type Route =
  | { kind: "start" | "certificate" | "glossary" }
  | { kind: "page"; page: PageId; anchor: string | null }
  | { kind: "question"; question: QuestionId; page: PageId }
  | { kind: "result"; page: PageId };

/**
 * The view of a fragment; null when nothing in the course has that address.
 * A fragment inside a lesson (a heading, a note) is the lesson itself.
 */
export function readRoute(fragment: string, payload: Payload, doc: Document): Route | null {
  const address = fragment.replace(/^#/, "");
  if (address === "" || address === "start") return { kind: "start" };
  if (address === "certificate" && payload.certificate) return { kind: "certificate" };
  if (address === "glossary" && doc.getElementById(address)) return { kind: address };
  const id = address.slice(2);
  const isPage = payload.pages.some((page) => page.id === id);
  if (address.startsWith("p-") && isPage) return { kind: "page", page: id, anchor: null };
  if (address.startsWith("r-") && isPage && payload.quizzes[id]) return { kind: "result", page: id };
  const quiz = quizOf(id, payload);
  if (address.startsWith("q-") && quiz) return { kind: "question", question: id, page: quiz };
  const page = doc.getElementById(address)?.closest<HTMLElement>(".page")?.dataset["page"];
  return page ? { kind: "page", page, anchor: address } : null;
}

/** The page that a view belongs to; null for one that is no part of the reading order. */
export function pageOf(route: Route): PageId | null {
  return "page" in route ? route.page : null;
}

function quizOf(question: QuestionId, payload: Payload): PageId | undefined {
  const holds = (quiz: PageId) => payload.quizzes[quiz]?.pools.some(({ questions }) => questions.includes(question));
  return Object.keys(payload.quizzes).find(holds);
}
