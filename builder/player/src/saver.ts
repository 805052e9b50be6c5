/** When to save: soon after a change, never twice in a second, patiently when it is refused. */

import type { LifecycleEvent } from "./lifecycle";
import type { Surroundings } from "./surroundings";
import { ANSWER_MS } from "./windows";

/** At least this long between two commits, in milliseconds. */
export const COMMIT_GAP_MS = 1000;
/** Quiet new tries after a refusal; then the learner is told. */
export const BACK_OFF_MS: readonly number[] = [1000, 2000, 4000];
/** While something is not kept, a try at least this often. */
export const DIRTY_TIMER_MS = 60_000;

/** A timer this late was asleep: shorter than another window needs to go on instead. */
const SLEPT_MS = ANSWER_MS / 2;

export interface Saver {
  /** Something must be kept: saves at once, or when a second has passed since the last time. */
  changed(): void;
  /** Something is worth keeping, but not a save of its own: it goes with the next one. */
  noted(): void;
  /** Saves now if there is anything to save, else only tells the time; true when nothing is left to keep. */
  flush(): boolean;
  /** As `flush`, but a refusal is told at once. */
  insist(): boolean;
  /** The very first save was refused: tries again as after any refusal. */
  wasRefused(): void;
  /** Tries again soon, if something is still not kept. */
  again(): void;
  stop(): void;
}

export interface SaverParts {
  surroundings: Surroundings;
  /** Saves everything; false when nothing may be believed kept. */
  save(): boolean;
  /** Tells the time of the session and commits; whether that works does not matter. */
  touch(): void;
  tell(event: LifecycleEvent): void;
  /** Waiting times of the quiet tries; none for storage that will not change its mind. */
  backOffMs: readonly number[];
}

export function createSaver({ surroundings, save, touch, tell, backOffMs }: SaverParts): Saver {
  let isDirty = false;
  let isStopped = false;
  let refusals = 0;
  let lastTryAt = surroundings.now();
  let cancel = (): void => undefined;

  function plan(delayMs: number, isSure = false): void {
    cancel();
    if (isStopped) return;
    const waitMs = Math.max(0, delayMs);
    const dueAt = surroundings.now() + waitMs;
    cancel = surroundings.after(waitMs, () => {
      // Who slept first hears whether another window has gone on since.
      const hasSlept = !isSure && surroundings.now() - dueAt >= SLEPT_MS;
      if (hasSlept) plan(COMMIT_GAP_MS, true);
      else attempt(backOffMs.length);
    });
  }

  // A clock that was set back may not make anyone wait.
  const planSoon = (): void => plan(Math.min(COMMIT_GAP_MS, lastTryAt + COMMIT_GAP_MS - surroundings.now()));

  function attempt(patience: number): void {
    cancel();
    lastTryAt = surroundings.now();
    const isKept = save();
    if (isStopped) return;
    if (isKept) {
      isDirty = false;
      refusals = 0;
      tell("saved");
    } else {
      refuse(patience);
    }
  }

  function refuse(patience: number): void {
    isDirty = true;
    refusals += 1;
    const isPatient = refusals <= patience;
    if (!isPatient) refusals = backOffMs.length + 1;
    plan((isPatient ? backOffMs[refusals - 1] : undefined) ?? DIRTY_TIMER_MS);
    tell(isPatient ? "refused" : "gave-up");
  }

  function flush(patience: number): boolean {
    const isRecent = surroundings.now() - lastTryAt < COMMIT_GAP_MS;
    if (!isStopped && isDirty) attempt(patience);
    else if (!isStopped && !isRecent) {
      lastTryAt = surroundings.now();
      touch();
    }
    return !isDirty;
  }

  return {
    changed() {
      isDirty = true;
      tell("changed");
      const isBackingOff = refusals > 0 && refusals <= backOffMs.length;
      if (!isBackingOff) planSoon();
    },
    noted() {
      isDirty = true;
    },
    flush: () => flush(backOffMs.length),
    insist: () => flush(0),
    wasRefused: () => refuse(backOffMs.length),
    again() {
      if (isDirty) planSoon();
    },
    stop() {
      isStopped = true;
      cancel();
    },
  };
}
