/** What the tracker needs of a browser: time, timers, other windows, and the events of coming and going. */

/** A line to the other windows of this browser that have the course open. */
export interface Channel {
  post(message: unknown): void;
  close(): void;
}

export interface Surroundings {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs a task later; gives back the way to stop it. */
  after(delayMs: number, task: () => void): () => void;
  /** The tab or app was put away; the page may live on. */
  onHidden(listener: () => void): void;
  /** Someone is at it: a key, a pointer, scrolling, a film that plays, or the tab that is looked at again. */
  onActive(listener: () => void): void;
  /** The page goes; `mayReturn` when the browser keeps it for the back button. */
  onLeave(listener: (mayReturn: boolean) => void): void;
  /** The page came back from the browser's memory. */
  onReturn(listener: () => void): void;
  /** The connection is there again. */
  onOnline(listener: () => void): void;
  /** No window around ours and none that opened it: nobody can hand us an LMS. */
  isAlone(): boolean;
  /** Null where windows cannot hear each other. */
  openChannel(name: string, listener: (message: unknown) => void): Channel | null;
  reload(): void;
}

/** Heard while they go down, because some of them do not come up again. */
const SIGNS_OF_LIFE = ["pointerdown", "pointermove", "keydown", "scroll", "timeupdate"];

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
    onActive(listener) {
      for (const sign of ["visibilitychange", ...SIGNS_OF_LIFE]) {
        const hear = () => document.visibilityState !== "hidden" && listener();
        document.addEventListener(sign, hear, { capture: true, passive: true });
      }
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
    isAlone: () => window.parent === window && !window.opener,
    openChannel: (name, listener) => openChannel(window, name, listener),
    reload: () => window.location.reload(),
  };
}

/** Browsers before 2022 may lack BroadcastChannel; there a key of the storage carries the message across. */
function openChannel(
  window: Window,
  name: string,
  listener: (message: unknown) => void,
): Channel | null {
  try {
    const { BroadcastChannel } = window as Window & { BroadcastChannel?: typeof globalThis.BroadcastChannel };
    if (BroadcastChannel) {
      const channel = new BroadcastChannel(name);
      channel.onmessage = ({ data }) => listener(data);
      return { post: (message) => channel.postMessage(message), close: () => channel.close() };
    }
    const { localStorage } = window;
    if (!localStorage) return null;
    const hear = ({ key, newValue }: StorageEvent) => {
      if (key === name && newValue) listener(JSON.parse(newValue));
    };
    window.addEventListener("storage", hear);
    return {
      post(message) {
        localStorage.setItem(name, JSON.stringify(message));
        localStorage.removeItem(name);
      },
      close: () => window.removeEventListener("storage", hear),
    };
  } catch {
    return null;
  }
}
