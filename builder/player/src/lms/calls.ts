/** Calls to an LMS that never throw: every answer becomes text, every refusal is remembered. */

import type { Api } from "./find-api";
import type { Failure } from "./transport";

/** What the standard calls its methods and error codes. */
export interface Dialect {
  initialize: string;
  terminate: string;
  getValue: string;
  setValue: string;
  commit: string;
  getLastError: string;
  getDiagnostic: string;
  /** Codes that mean: this LMS does not know the element at all. */
  notSupported: readonly string[];
  /** Codes that mean: there is no session (any more). */
  noSession: readonly string[];
}

export interface Calls {
  initialize(): boolean;
  /** The value, "" when there is none or the LMS refuses. */
  get(element: string): string;
  /** The value, null when the LMS broke down over it: then nobody knows whether there is one. */
  read(element: string): string | null;
  set(element: string, value: string): boolean;
  commit(): boolean;
  /** Ends the session; `isSilent` tells the LMS nothing of it. After it no call reaches the LMS. */
  terminate(isSilent?: boolean): boolean;
  /** The error code of the last call, "0" when it went well. */
  code(): string;
  /** The LMS answered a write or a commit as if there were no session. */
  isOver(): boolean;
  /** Words that no failure may repeat: what the LMS told of the learner. */
  hide(...words: string[]): void;
  /** Oldest first; one that came again stands where it came last. */
  failures(): readonly Failure[];
}

/** With an empty answer these codes mean: there is no value. Any other means that nobody knows. */
const NO_VALUE: readonly string[] = ["", "0", "201", "401", "403"];
/** Enough for a help desk, small enough to read out on the telephone. */
const MOST_FAILURES = 20;
const MOST_WORDS = 80;

export function createCalls(api: Api, dialect: Dialect): Calls {
  let failures: Failure[] = [];
  let hidden: string[] | null = null;
  let lastCode = "0";
  let isOver = false;
  let isEnded = false;

  function ask(method: string, ...args: string[]): unknown {
    const call = api[method];
    return typeof call === "function" ? (call.apply(api, args) as unknown) : undefined;
  }

  function errorCode(): string {
    try {
      return String(ask(dialect.getLastError) ?? "");
    } catch {
      return "";
    }
  }

  function remember(call: string, value?: string): void {
    const others = failures.filter((failure) => failure.call !== call || failure.code !== lastCode);
    failures = [...others, { call, code: lastCode, words: explain(value), at: new Date() }].slice(-MOST_FAILURES);
  }

  /** Only of a write or a commit, and once the learner's name is known, so that it can be left out. */
  function explain(value?: string): string {
    if (value === undefined || !hidden) return "";
    try {
      return harmless(String(ask(dialect.getDiagnostic, lastCode) ?? ""), [...hidden, value]);
    } catch {
      return "";
    }
  }

  /** A call that answers "true" or not. Without a usable answer it counts as refused. */
  function order(method: string, ...args: [string, ...string[]]): boolean {
    if (isEnded) return false;
    const name = [method, args[0]].filter(Boolean).join(" ");
    try {
      const answer = String(ask(method, ...args)).toLowerCase();
      const isDone = answer === "true" || answer === "1";
      lastCode = isDone ? "0" : errorCode();
      if (!isDone) remember(name, args[1] ?? "");
      return isDone;
    } catch {
      lastCode = "exception";
      remember(name, args[1] ?? "");
      return false;
    } finally {
      isOver ||= dialect.noSession.includes(lastCode);
    }
  }

  function read(element: string): string | null {
    if (isEnded) return null;
    try {
      const answer = ask(dialect.getValue, element);
      const isText = typeof answer === "string" || typeof answer === "number";
      lastCode = isText && answer !== "" ? "0" : errorCode();
      if (isText && answer !== "") return String(answer);
      if (NO_VALUE.includes(lastCode)) return "";
    } catch {
      lastCode = "exception";
    }
    remember(`${dialect.getValue} ${element}`);
    return null;
  }

  return {
    initialize: () => order(dialect.initialize, ""),
    get: (element) => read(element) ?? "",
    read,
    set: (element, value) => order(dialect.setValue, element, value),
    commit() {
      const isDone = order(dialect.commit, "");
      // A session that keeps what it is given is there, whatever was said before.
      if (isDone) isOver = false;
      return isDone;
    },
    terminate(isSilent = false) {
      // Some LMSs have no such method; what was committed is kept all the same.
      const isDone = isSilent || typeof api[dialect.terminate] !== "function" || order(dialect.terminate, "");
      isEnded = true;
      return isDone;
    },
    code: () => lastCode,
    isOver: () => isOver,
    hide: (...words) => (hidden = words),
    failures: () => failures,
  };
}

/**
 * An LMS may repeat a name or an answer in what it says of an error. Left over are words of letters
 * alone, none of them quoted, part of `hidden`, or with a capital where no sentence begins.
 */
function harmless(text: string, hidden: readonly string[]): string {
  const taboo = wordsOf(hidden.join(" ").toLowerCase());
  const plain = text.replace(/"[^"]*"|'[^']*'|<[^>]*>|\S*[@\d;=/][^\s]*/g, " ");
  return wordsOf(plain)
    .filter((word, place) => !taboo.includes(word.toLowerCase()) && (place === 0 || word === word.toLowerCase()))
    .join(" ")
    .slice(0, MOST_WORDS);
}

function wordsOf(text: string): string[] {
  return text.match(/\p{L}{2,}/gu) ?? [];
}
