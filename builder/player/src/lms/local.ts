/**
 * What this browser keeps by itself: all of it for a preview that has no LMS; for a package only what
 * is not with the LMS yet. Nothing of it bears a name: see docs/lifecycle.md, "On this device".
 */

import type { Opened, Transport } from "./transport";

/** Answers that an earlier window had to leave behind. */
export interface Leftover {
  key: string;
  /** Milliseconds since 1970, 0 when it is not known. */
  at: number;
  state: string;
  /** Left behind by this very learner, not by nobody known. */
  isOwn: boolean;
}

export interface Device {
  /** In place of an LMS. */
  readonly transport: Omit<Transport, "open"> & { open(): Opened };
  /** Keeps a state of a learner (a tag, "" for nobody known) until `clear`; false when the browser refuses. */
  keep(state: string, learner: string): boolean;
  /** All is with the LMS: nothing of this window stays. */
  clear(): void;
  wipe(key: string): void;
  /** What other windows left behind of this learner, or of nobody known; latest first. */
  leftovers(learner: string): Leftover[];
}

/** `storage` may give nothing or throw: browsers block it in frames of other sites. */
export function createDevice(
  storage: () => Storage | null | undefined,
  courseId: string,
  /** Of this window; "" for a preview, whose state is that of every window. */
  window: string,
): Device {
  const prefix = `lesbouwer.${courseId}`;
  let learner = "";
  const own = new Set<string>();
  const key = () => (window ? `${prefix}.${learner}.${window}` : prefix);

  function attempt<T>(task: (storage: Storage) => T): T | null {
    try {
      const store = storage();
      return store ? task(store) : null;
    } catch {
      return null;
    }
  }

  const read = (name: string) => attempt((store) => /^(?:(\d+) )?(.*)$/.exec(store.getItem(name) ?? ""));

  function keep(state: string): boolean {
    const isKept = attempt((store) => {
      store.setItem(key(), `${Date.now()} ${state}`);
      return true;
    });
    if (isKept) own.add(key());
    return isKept ?? false;
  }

  const wipe = (name: string) => void attempt((store) => store.removeItem(name));

  function clear(): void {
    own.forEach(wipe);
    own.clear();
  }

  return {
    transport: {
      standard: "local",
      open: () => ({
        mode: "normal",
        credit: true,
        state: read(key())?.[2] ?? "",
        location: "",
        learnerName: "",
        learnerId: "",
        masteryScore: null,
        score: null,
        completed: false,
        passed: false,
      }),
      begin() {
        const state = read(key())?.[2] ?? "";
        const isKept = keep(state);
        if (!state) clear();
        return isKept;
      },
      held: () => read(key())?.[2] ?? null,
      record: () => undefined,
      save: ({ state }) => state === null || keep(state),
      touch: () => undefined,
      close: () => true,
      isOver: () => false,
      failures: () => [],
    },
    keep(state, whose) {
      const before = key();
      learner = whose;
      const isKept = keep(state);
      if (isKept && key() !== before && own.delete(before)) wipe(before);
      return isKept;
    },
    clear,
    wipe,
    leftovers(whose) {
      const names = attempt((store) => Array.from(store, (_, n) => store.key(n) ?? "")) ?? [];
      return names
        .filter((name) => [`${prefix}..`, `${prefix}.${whose}.`].some((start) => name.startsWith(start)))
        .flatMap((name) => {
          const [, at = "", state = ""] = own.has(name) ? [] : (read(name) ?? []);
          return state ? [{ key: name, at: Number(at), state, isOwn: !name.startsWith(`${prefix}..`) }] : [];
        })
        .sort((left, right) => right.at - left.at);
    },
  };
}
