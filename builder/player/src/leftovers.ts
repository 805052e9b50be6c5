/** Answers that an earlier window had to leave on this device: shown to nobody, offered to the next learner. */

import type { Device, Leftover } from "./lms/local";
import { mergeText } from "./merge";
import type { Session } from "./session";

export type Choice = "take" | "wipe" | "leave";

export interface Leftovers {
  /** When the answers on offer were given, null when there are none. */
  at(): number | null;
  /** Looks for answers that say more than the session does. `isWithLms`: the session came from the LMS. */
  find(session: Session, learner: string, isWithLms: boolean): void;
  /** Does what the learner chose; the state to take over, "" for none. */
  choose(choice: Choice): string;
  /** What was taken over is kept elsewhere by now. */
  settle(): void;
}

export function createLeftovers(device: Device): Leftovers {
  let offered: Leftover | null = null;
  const taken = new Set<string>();
  const ignored = new Set<string>();

  return {
    at: () => offered && offered.at,
    find(session, learner, isWithLms) {
      offered = null;
      for (const leftover of device.leftovers(learner)) {
        if (mergeText(session, leftover.state) !== session) {
          if (!ignored.has(leftover.key)) offered ??= leftover;
        } else if (isWithLms && leftover.isOwn) {
          // The LMS has it all. What nobody known left behind may be of someone else, and stays.
          device.wipe(leftover.key);
        }
      }
    },
    choose(choice) {
      if (!offered) return "";
      const { key, state } = offered;
      if (choice === "wipe") device.wipe(key);
      else (choice === "take" ? taken : ignored).add(key);
      return choice === "take" ? state : "";
    },
    settle() {
      taken.forEach(device.wipe);
      taken.clear();
    },
  };
}
