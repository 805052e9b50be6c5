/** Start-up: read the payload, make the tracker, hand over to the interface. */

import { showDisplay, type Display } from "./display";
import { createDevice } from "./lms/local";
import type { Transport } from "./lms/transport";
import type { Payload } from "./payload";
import { questionTypes } from "./questions";
import { mountShell } from "./shell/app";
import { browserSurroundings } from "./surroundings";
import { createTracker } from "./tracker";

declare global {
  interface Window {
    LESBOUWER_COURSE?: unknown;
  }
}

/** The version of the payload that this player reads. */
const SCHEMA = 1;

/** The only sentences that stand here: without a good payload there are no strings to take them from. */
const REFUSALS = {
  missing: {
    nl: "De inhoud van deze cursus is niet geladen. Open de cursus opnieuw. Helpt dat niet? Meld het aan je opleider.",
    en: "The content of this course did not load. Open the course again. Does that not help? Tell your trainer.",
  },
  newer: {
    nl: "Deze cursus is gemaakt met een nieuwere versie. Laat je opleider de cursus opnieuw plaatsen.",
    en: "This course was made with a newer version. Ask your trainer to upload the course again.",
  },
} as const;

/** Why a payload cannot be played, or null when it can. */
export function refusal(payload: unknown): keyof typeof REFUSALS | null {
  if (typeof payload !== "object" || payload === null) return "missing";
  const { schema, questions, pages } = payload as Partial<Payload>;
  if (typeof schema !== "number" || !questions || !pages) return "missing";
  const types = questionTypes.map(({ type }) => type);
  const isKnown = Object.values(questions).every((question) => types.includes(question.type));
  return schema > SCHEMA || !isKnown ? "newer" : null;
}

/** Starts the player once the page is there. `makeLms` is null for a package that has no LMS. */
export function start(makeLms: ((window: Window) => Transport) | null): void {
  // Before the page is complete, so that it is drawn once, the way the learner wants it.
  const display = showDisplay(window);
  const begin = (): void => run(window, makeLms, display);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
}

/**
 * Plays the course of `window`. Whatever breaks on the way is told above the course; the session that
 * may be open by then ends when the learner leaves the page, as always.
 */
export function run(window: Window, makeLms: ((window: Window) => Transport) | null, display: Display): void {
  const payload = window.LESBOUWER_COURSE;
  const reason = refusal(payload);
  if (reason) return tell(window.document, ownWords(window.document, reason));
  const course = payload as Payload;
  try {
    play(course, window, makeLms?.(window) ?? null, display);
  } catch (problem) {
    giveUp(window.document, course, problem, "state.broken");
  }
}

/** Without the script that turns pages, every page is there to read, one under the other. */
function giveUp(document: Document, course: Payload, problem: unknown, key: string, report?: string): void {
  console.error(problem);
  const { classList } = document.documentElement;
  classList.remove("js");
  classList.add("is-broken");
  const words = (course as Partial<Payload>).strings ?? {};
  if (report) document.getElementById("banner")?.replaceChildren();
  tell(document, words[key] ?? ownWords(document, "missing"));
  if (!report) return;
  // What was drawn last may not be true any more.
  for (const part of document.querySelectorAll("dialog, .appbar__saved")) part.remove();
  const box = document.createElement("textarea");
  box.className = "report";
  box.readOnly = true;
  box.setAttribute("aria-label", words["state.report"] ?? "");
  box.value = `${report}\n${whereOf(problem)}`;
  document.querySelector(".banner")?.append(box);
}

/** Kind of error and place in our script; its sentence might repeat what a learner wrote. */
function whereOf(problem: unknown): string {
  const { name, stack = "" } = problem instanceof Error ? problem : { name: typeof problem };
  return [name, ...(stack.match(/[\w.-]+\.js:\d+:\d+/g) ?? []).slice(0, 3)].join(" ");
}

function play(course: Payload, window: Window, lms: Transport | null, display: Display): void {
  const windowId = Date.now().toString(36) + Math.random().toString(36).slice(2, 6);
  const tracker = createTracker({
    payload: course,
    lms,
    device: createDevice(() => window.localStorage, course.course.id, lms ? windowId : ""),
    surroundings: browserSurroundings(window),
    windowId,
  });
  tracker.begin();
  mountShell(tracker, window.document, display, (problem) => {
    giveUp(window.document, course, problem, "state.crashed", tracker.report());
    // What was done until now is kept at once, and the session ends as always when the learner leaves.
    tracker.dispatch({ type: "retry" });
  });
}

function ownWords(document: Document, reason: keyof typeof REFUSALS): string {
  return REFUSALS[reason][document.documentElement.lang.startsWith("en") ? "en" : "nl"];
}

/** Above the course, which stays readable as it was built. */
function tell(document: Document, sentence: string): void {
  const message = document.createElement("p");
  message.className = "banner";
  message.setAttribute("role", "alert");
  message.textContent = sentence;
  (document.getElementById("banner") ?? document.body).prepend(message);
}
