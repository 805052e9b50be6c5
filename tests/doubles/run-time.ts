/** What both strict run-times share: the record of calls, faults on demand, the table look-up. */

import type { Check } from "./checks";

export interface Recorded {
  method: string;
  args: string[];
  result: string;
  error: string;
}

/** Makes a method go wrong. `element` limits it to elements that start so, `times` to so many calls. */
export interface Fault {
  method: string;
  element?: string;
  how: "false" | "throw" | "rubbish" | "empty" | "undefined";
  code?: string;
  times?: number;
}

export interface Options {
  /** What an earlier session left, as `onCommit` and `kept` give it. */
  stored?: Record<string, string>;
  mode?: "normal" | "review" | "browse";
  credit?: "credit" | "no-credit";
  /** Pass mark as the standard writes it: 0–100 in 1.2, −1…1 in 2004; "" for none. */
  mastery?: string;
  learnerName?: string;
  learnerId?: string;
  /** What the LMS says about resuming; worked out when absent. */
  entry?: string;
  faults?: Fault[];
  /** Elements (and all below them) that this LMS does not have. */
  without?: string[];
}

/** One element of the data model: who may use it, and which values it takes. */
export interface Row {
  access: "r" | "w" | "rw";
  check: Check;
}

export type Model = Readonly<Record<string, Row>>;

/** An element's name with its numbers taken out: `cmi.interactions.3.id` → `cmi.interactions.n.id`. */
export function shapeOf(element: string): string {
  return element.replace(/\.(0|[1-9]\d*)(?=\.|$)/g, ".n");
}

export class RefusedCall extends Error {
  constructor(readonly code: string) {
    super(`error ${code}`);
  }
}

export abstract class StrictRunTime {
  readonly calls: Recorded[] = [];
  faults: Fault[];
  /** Called with everything that is kept, after a commit and at the end. */
  onCommit: (kept: Record<string, string>) => void = () => undefined;
  /** What the LMS has on its disk. */
  kept: Record<string, string>;

  protected state: "before" | "open" | "after" = "before";
  protected values = new Map<string, string>();
  protected lastError = "0";

  constructor(protected readonly options: Options) {
    this.kept = { ...options.stored };
    this.faults = [...(options.faults ?? [])];
  }

  /** Every call passes here: faults first, then the standard's own answer. */
  protected call(method: string, args: unknown[], answer: () => string): string {
    const words = args.map(String);
    const fault = this.takeFault(method, words[0] ?? "");
    if (fault) {
      this.lastError = fault.code ?? "101";
      const result = {
        false: "false",
        throw: "(threw)",
        rubbish: "[object Object]",
        empty: "",
        undefined: "undefined",
      };
      this.calls.push({ method, args: words, result: result[fault.how], error: this.lastError });
      if (fault.how === "throw") throw new Error("the LMS is not there");
      return fault.how === "undefined" ? (undefined as unknown as string) : result[fault.how];
    }
    let result: string;
    try {
      this.lastError = "0";
      result = answer();
    } catch (problem) {
      if (!(problem instanceof RefusedCall)) throw problem;
      this.lastError = problem.code;
      result = this.refusalOf(method);
    }
    this.calls.push({ method, args: words, result, error: this.lastError });
    return result;
  }

  /** Calls of one kind, such as `SetValue`, in order. */
  callsOf(ending: string): Recorded[] {
    return this.calls.filter(({ method }) => method.endsWith(ending));
  }

  /** Calls that were refused, reading apart (an element without a value is no mistake). */
  refused(): Recorded[] {
    return this.calls.filter(({ method, result }) => !method.endsWith("GetValue") && result !== "true");
  }

  /** The value that a reader of the LMS's reports sees. */
  report(element: string): string {
    return this.kept[element] ?? "";
  }

  /** The LMS ends the session by itself, as after half an hour without a word. */
  endSession(): void {
    this.state = "after";
  }

  protected refuse(code: string): never {
    throw new RefusedCall(code);
  }

  /** Numbers in use under a collection such as `cmi.interactions`. */
  protected count(collection: string): number {
    const numbers = [...this.values.keys()]
      .filter((element) => element.startsWith(`${collection}.`))
      .map((element) => parseInt(element.slice(collection.length + 1), 10))
      .filter((number) => !Number.isNaN(number));
    return numbers.length === 0 ? 0 : Math.max(...numbers) + 1;
  }

  protected isLeftOut(element: string): boolean {
    return (this.options.without ?? []).some((start) => element === start || element.startsWith(`${start}.`));
  }

  protected keep(): void {
    this.kept = Object.fromEntries(this.values);
    this.onCommit({ ...this.kept });
  }

  private refusalOf(method: string): string {
    return method.endsWith("GetValue") ? "" : "false";
  }

  private takeFault(method: string, element: string): Fault | undefined {
    const fault = this.faults.find(
      (candidate) => method.endsWith(candidate.method) && element.startsWith(candidate.element ?? ""),
    );
    if (fault?.times !== undefined) {
      fault.times -= 1;
      if (fault.times <= 0) this.faults = this.faults.filter((other) => other !== fault);
    }
    return fault;
  }
}

/** Every collection that stands in front of a number in the element's name, with that number. */
export function steps(element: string): { collection: string; number: number }[] {
  const parts = element.split(".");
  return parts.flatMap((part, place) =>
    /^\d+$/.test(part) ? [{ collection: parts.slice(0, place).join("."), number: Number(part) }] : [],
  );
}
