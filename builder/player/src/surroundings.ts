/** What the tracker needs of a browser: time, timers, and the events of coming and going. */

export interface Surroundings {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs a task later; gives back the way to stop it. */
  after(delayMs: number, task: () => void): () => void;
  /** The tab or app was put away; the page may live on. */
  onHidden(listener: () => void): void;
  /** The page goes; `mayReturn` when the browser keeps it for the back button. */
  onLeave(listener: (mayReturn: boolean) => void): void;
  /** The page came back from the browser's memory. */
  onReturn(listener: () => void): void;
  /** The connection is there again. */
  onOnline(listener: () => void): void;
  reload(): void;
}

/**
 * The real thing. No unload and no beforeunload: browsers are doing away with the first, and the
 * second would ask a question of a learner who only wants to leave.
 */
export function browserSurroundings(window: Window): Surroundings {
  const { document } = window;
  return {
    now: () => Date.now(),
    after(delayMs, task) {
      const timer = window.setTimeout(task, delayMs);
      return () => window.clearTimeout(timer);
    },
    onHidden(listener) {
      document.addEventListener("visibilitychange", () => {
        if (document.visibilityState === "hidden") listener();
      });
    },
    onLeave(listener) {
      window.addEventListener("pagehide", (event) => listener(event.persisted));
    },
    onReturn(listener) {
      window.addEventListener("pageshow", (event) => {
        if (event.persisted) listener();
      });
    },
    onOnline(listener) {
      window.addEventListener("online", listener);
    },
    reload: () => window.location.reload(),
  };
}
