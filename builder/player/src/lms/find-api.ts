/** Looks for an LMS's run-time object in the windows around ours (standards: SCORM RTE, API discovery). */

/** An object whose properties may be anything, and may throw when they are read. */
export type Api = Readonly<Record<string, unknown>>;

/** More levels than any LMS nests; stops a chain of windows that never ends. */
const MOST_LEVELS = 20;

/**
 * The first object called `name` that has all `methods`: in our own window, its parents, then in the
 * windows that opened any of those, and their parents. A window of another origin has nothing for us.
 */
export function findApi(start: unknown, name: string, methods: readonly string[]): Api | null {
  const family = ancestors(start);
  for (const window of family) {
    const api = apiOf(window, name, methods);
    if (api) return api;
  }
  for (const window of family) {
    const opener = read(window, "opener");
    for (const foreign of opener ? ancestors(opener) : []) {
      const api = apiOf(foreign, name, methods);
      if (api) return api;
    }
  }
  return null;
}

function ancestors(start: unknown): unknown[] {
  const chain: unknown[] = [];
  let window = start;
  while (window && !chain.includes(window) && chain.length <= MOST_LEVELS) {
    chain.push(window);
    window = read(window, "parent");
  }
  return chain;
}

function apiOf(window: unknown, name: string, methods: readonly string[]): Api | null {
  const api = read(window, name);
  const isComplete = Boolean(api) && methods.every((method) => typeof read(api, method) === "function");
  return isComplete ? (api as Api) : null;
}

function read(owner: unknown, property: string): unknown {
  try {
    return (owner as Api | null | undefined)?.[property];
  } catch {
    return undefined;
  }
}
