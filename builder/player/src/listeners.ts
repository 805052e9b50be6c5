/** Who wants to hear of a change. */

export interface Listeners {
  add(listener: () => void): () => void;
  /** Tells everyone. One that breaks down must not keep the work of the learner from being kept. */
  tell(): void;
  /** How often was told. */
  count(): number;
}

export function createListeners(): Listeners {
  const listeners = new Set<() => void>();
  let count = 0;
  return {
    add(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell() {
      count += 1;
      for (const listener of [...listeners]) {
        try {
          listener();
        } catch (problem) {
          console.error(problem);
        }
      }
    },
    count: () => count,
  };
}
