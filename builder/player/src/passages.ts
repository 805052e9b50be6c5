/** Finds words in the lessons. The whole text is in the page already, so nothing is fetched. */

import type { PageId } from "./payload";

/** What stands under one heading of a lesson. */
export interface Passage {
  page: PageId;
  /** Fragment that leads to it. */
  address: string;
  title: string;
  /** Empty above the first heading inside the lesson. */
  heading: string;
  text: string;
}

export interface Hit {
  passage: Passage;
  /** A piece of the text around what was found: before, found, after. */
  snippet: [string, string, string];
}

/** Parts of a lesson that are not its text. */
const ASIDE = ".pager, .where, .vh, .goals, .face, .cite, .reflect, .sources, textarea";
/** Characters shown before and after what was found. */
const AROUND = 48;
/** Shorter would find nearly everything. */
const SHORTEST = 2;

/** The passages of all lessons, in reading order. */
export function readPassages(doc: Document): Passage[] {
  const found: Passage[] = [];
  for (const article of doc.querySelectorAll<HTMLElement>('[data-kind="lesson"]')) {
    const page = article.dataset["page"] ?? "";
    const title = squeeze(article.querySelector("h1")?.textContent ?? "");
    let passage: Passage = { page, address: `#p-${page}`, title, heading: "", text: "" };
    found.push(passage);
    const walker = doc.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent || parent.closest(ASIDE) || parent.closest("h1")) continue;
      const heading = parent.closest<HTMLElement>("h2[id], h3[id]");
      if (!heading) passage.text += node.textContent ?? "";
      else if (passage.address !== `#${heading.id}`) {
        passage = { page, address: `#${heading.id}`, title, heading: squeeze(heading.textContent ?? ""), text: "" };
        found.push(passage);
      }
    }
  }
  return found.map((passage) => ({ ...passage, text: squeeze(passage.text) }));
}

/**
 * The passages that hold every word of `query`, words in a title before words in a text; null while
 * there is too little to look for. Capitals and accents make no difference.
 */
export function find(passages: readonly Passage[], query: string): Hit[] | null {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.join("").length < SHORTEST) return null;
  const hits = passages.flatMap((passage) => {
    const title = fold(passage.title);
    const name = passage.heading ? fold(passage.heading) : title;
    const text = fold(passage.text);
    // The title of the lesson stands over all its passages: on its own it finds only the first.
    if (!words.every((word) => name.includes(word) || text.includes(word) || title.includes(word))) return [];
    if (!words.some((word) => name.includes(word) || text.includes(word))) return [];
    const rank = words.every((word) => name.includes(word)) ? 0 : 1;
    return [{ rank, hit: { passage, snippet: snippetOf(passage.text, text, words) } }];
  });
  return hits.sort((left, right) => left.rank - right.rank).map(({ hit }) => hit);
}

function snippetOf(text: string, folded: string, words: readonly string[]): Hit["snippet"] {
  const places = words.map((word) => ({ at: folded.indexOf(word), word })).filter(({ at }) => at >= 0);
  const [first] = places.sort((left, right) => left.at - right.at);
  if (!first) return ["", "", after(text, 0, 2 * AROUND)];
  const end = first.at + first.word.length;
  return [before(text, first.at), text.slice(first.at, end), after(text, end, AROUND)];
}

/** The words before a place: dots stand for what is left out. */
function before(text: string, at: number): string {
  const from = at - AROUND;
  return from <= 0 ? text.slice(0, at) : `… ${text.slice(from, at).replace(/^\S*\s/, "")}`;
}

/** The words from a place on. */
function after(text: string, at: number, length: number): string {
  const to = at + length;
  return to >= text.length ? text.slice(at) : `${text.slice(at, to).replace(/\s\S*$/, "")} …`;
}

/** As long as the text itself, so that a place in the one is a place in the other. */
function fold(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[^\0-\x7f]/g, (sign) => sign.normalize("NFD").charAt(0))
    .toLowerCase();
}

function squeeze(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}
