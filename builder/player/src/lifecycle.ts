/** Where a session is, as two tables that can be drawn: docs/lifecycle.md shows them, a test compares. */

import type { Saving, View } from "./store";

export type Phase = View["phase"];

export type LifecycleEvent =
  /** The LMS gave a session that counts, or one that may only be looked at. */
  | "opened"
  | "opened-read-only"
  /** The search is over without an LMS; this browser keeps what it can. */
  | "not-found"
  /** Another window goes on with the course. */
  | "elsewhere"
  /** Something changed that must be kept. */
  | "changed"
  | "saved"
  /** Saving failed: a quiet new try follows, or the learner must be told. */
  | "refused"
  | "gave-up"
  /** The session was ended by us with everything kept, or with something left over. */
  | "closed"
  | "closed-unsaved"
  /** The LMS says that the session is over. */
  | "gone";

export interface Lifecycle {
  readonly phase: Phase;
  readonly saving: Saving;
}

type Table<State extends string> = Readonly<Record<State, Partial<Record<LifecycleEvent, State>>>>;

export const initial: Lifecycle = { phase: "searching", saving: "kept" };

export const phases: Table<Phase> = {
  searching: {
    opened: "running",
    "opened-read-only": "reviewing",
    "not-found": "running",
    elsewhere: "elsewhere",
    gone: "running",
  },
  running: { "opened-read-only": "reviewing", elsewhere: "elsewhere", closed: "ended", "closed-unsaved": "ended" },
  elsewhere: { opened: "running", closed: "ended" },
  reviewing: { closed: "ended", "closed-unsaved": "ended" },
  ended: {},
};

export const savings: Table<Saving> = {
  kept: { changed: "saving", refused: "saving", "gave-up": "failing", "not-found": "local", gone: "stopped" },
  saving: {
    saved: "kept",
    "gave-up": "failing",
    "not-found": "local",
    "opened-read-only": "kept",
    elsewhere: "kept",
    "closed-unsaved": "lost",
    gone: "stopped",
  },
  failing: { saved: "kept", elsewhere: "kept", "closed-unsaved": "lost", gone: "stopped" },
  local: { opened: "saving", "opened-read-only": "kept", elsewhere: "kept", "gave-up": "lost" },
  stopped: { opened: "saving", "opened-read-only": "kept", elsewhere: "kept", "gave-up": "lost" },
  lost: { saved: "local", opened: "saving", "opened-read-only": "kept", elsewhere: "kept" },
};

/** The lifecycle after an event. An event that a state does not name leaves it as it is. */
export function move(lifecycle: Lifecycle, event: LifecycleEvent): Lifecycle {
  const phase = phases[lifecycle.phase][event] ?? lifecycle.phase;
  const saving = savings[lifecycle.saving][event] ?? lifecycle.saving;
  return phase === lifecycle.phase && saving === lifecycle.saving ? lifecycle : { phase, saving };
}
