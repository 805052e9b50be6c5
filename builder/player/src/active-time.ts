/** How long someone was at it: a tab that stands open all night has not been studied. */

import type { Surroundings } from "./surroundings";

/** Reading without touching anything counts this long; then the learner is taken to have gone. */
export const IDLE_MS = 5 * 60_000;

export interface ActiveTime {
  /** Milliseconds so far; never less than a moment ago. */
  ms(): number;
  /** From here on, from nothing. */
  restart(): void;
}

export function createActiveTime(surroundings: Surroundings): ActiveTime {
  let past = 0;
  /** The last sign of life; null while the tab is hidden. */
  let since: number | null = surroundings.now();

  // A clock that was set back takes nothing away.
  const running = () => (since === null ? 0 : Math.min(Math.max(0, surroundings.now() - since), IDLE_MS));

  function mark(isHere: boolean): void {
    past += running();
    since = isHere ? surroundings.now() : null;
  }

  surroundings.onActive(() => mark(true));
  surroundings.onHidden(() => mark(false));
  return {
    ms: () => past + running(),
    restart() {
      past = 0;
      if (since !== null) since = surroundings.now();
    },
  };
}
