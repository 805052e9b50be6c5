/** Looks for an LMS: at the start often, later now and then. */

import type { Transport } from "./lms/transport";
import type { Surroundings } from "./surroundings";

/** An LMS may put its run-time in place after our page has loaded. */
const SEARCH_STEP_MS = 250;
const SEARCH_MS = 5000;
/** An LMS that is away may come back: later, and when the learner leaves, it is asked once more. */
const SEARCH_AGAIN_MS = 15_000;

interface SearchParts {
  lms: Transport | null;
  surroundings: Surroundings;
  /** Tries to open a session; true when there is one, or nothing left to look for. */
  open(): boolean;
  /** Nobody answered. */
  giveUp(): void;
  /** The course is still waiting for an answer. */
  isWaiting(): boolean;
}

/** With no window around ours nobody can hand us an LMS, and an LMS that ended its session has answered. */
export function search({ lms, surroundings, open, giveUp, isWaiting }: SearchParts): void {
  const startedAt = surroundings.now();

  function soon(): void {
    if (!isWaiting() || (lms && open())) return;
    const mayCome = lms && !lms.isOver() && !surroundings.isAlone();
    if (mayCome && surroundings.now() - startedAt < SEARCH_MS) {
      surroundings.after(SEARCH_STEP_MS, soon);
      return;
    }
    giveUp();
    if (lms) surroundings.after(SEARCH_AGAIN_MS, later);
  }

  function later(): void {
    if (!open()) surroundings.after(SEARCH_AGAIN_MS, later);
  }

  soon();
}
