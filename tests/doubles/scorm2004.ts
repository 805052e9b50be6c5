/**
 * A SCORM 2004 run-time that refuses what a strict LMS refuses. Error codes are those of the
 * Run-Time Environment book, chapter 3.1.7.
 */

import { COLLECTIONS, FIRST_PARTS, model, RANGES, RESPONSES } from "./model2004";
import { shapeOf, steps, StrictRunTime, type Options } from "./run-time";

export class StrictScorm2004 extends StrictRunTime {
  constructor(options: Options = {}) {
    super(options);
    // Nothing comes back unless the last session asked for it.
    const isResumed = this.kept["cmi.exit"] === "suspend";
    this.values = new Map(isResumed ? Object.entries(this.kept) : []);
    const given: Record<string, string> = {
      "cmi._version": "1.0",
      "cmi.learner_id": options.learnerId ?? "learner-1",
      "cmi.learner_name": options.learnerName ?? "Noor Jansen",
      "cmi.credit": options.credit ?? "credit",
      "cmi.mode": options.mode ?? "normal",
      "cmi.entry": options.entry ?? (isResumed ? "resume" : "ab-initio"),
      "cmi.scaled_passing_score": options.mastery ?? "",
      "cmi.total_time": "PT0S",
      "cmi.completion_status": this.values.get("cmi.completion_status") ?? "unknown",
      "cmi.success_status": this.values.get("cmi.success_status") ?? "unknown",
    };
    for (const [element, value] of Object.entries(given)) this.values.set(element, value);
    for (const element of ["cmi.exit", "cmi.session_time", "adl.nav.request"]) this.values.delete(element);
  }

  Initialize(...args: unknown[]): string {
    return this.call("Initialize", args, () => {
      this.wantEmpty(args);
      if (this.state !== "before") this.refuse(this.state === "open" ? "103" : "104");
      this.state = "open";
      return "true";
    });
  }

  Terminate(...args: unknown[]): string {
    return this.call("Terminate", args, () => {
      this.wantOpen("112", "113");
      this.wantEmpty(args);
      this.judge();
      this.state = "after";
      this.keep();
      return "true";
    });
  }

  Commit(...args: unknown[]): string {
    return this.call("Commit", args, () => {
      this.wantOpen("142", "143");
      this.wantEmpty(args);
      this.keep();
      return "true";
    });
  }

  GetValue(...args: unknown[]): string {
    return this.call("GetValue", args, () => {
      this.wantOpen("122", "123");
      const element = this.wantElement(args[0], "301");
      if (/\._(children|count)$/.test(element)) return this.keywordOf(element);
      const row = model[shapeOf(element)];
      if (!row) return this.refuse("401");
      if (row.access === "w") this.refuse("405");
      if (steps(element).some(({ collection, number }) => number >= this.count(collection))) this.refuse("301");
      return this.values.get(element) ?? this.refuse("403");
    });
  }

  SetValue(...args: unknown[]): string {
    return this.call("SetValue", args, () => {
      this.wantOpen("132", "133");
      const element = this.wantElement(args[0], "351");
      if (args.length !== 2 || typeof args[1] !== "string") this.refuse("406");
      const value = String(args[1]);
      if (/\._(children|count|version)$/.test(element)) this.refuse("404");
      const shape = shapeOf(element);
      const row = model[shape];
      if (!row) return this.refuse("401");
      if (row.access === "r") this.refuse("404");
      this.wantPlace(element);
      if (!row.check(value)) this.refuse("406");
      if (RANGES[shape]?.(value) === false) this.refuse("407");
      this.wantFreshId(element, shape, value);
      this.wantResponse(element, value);
      this.values.set(element, value);
      return "true";
    });
  }

  GetLastError(): string {
    return this.lastError;
  }

  GetErrorString(code: unknown): string {
    return `SCORM 2004 error ${String(code)}`;
  }

  GetDiagnostic(code: unknown): string {
    return this.GetErrorString(code);
  }

  /** The same learner opens the course again. */
  nextSession(options: Options = {}): StrictScorm2004 {
    return new StrictScorm2004({ ...this.options, faults: [], ...options, stored: this.kept });
  }

  private wantOpen(before: string, after: string): void {
    if (this.state !== "open") this.refuse(this.state === "before" ? before : after);
  }

  private wantEmpty(args: unknown[]): void {
    if (args.length !== 1 || args[0] !== "") this.refuse("201");
  }

  private wantElement(name: unknown, code: string): string {
    if (typeof name !== "string" || name === "") return this.refuse(code);
    if (this.isLeftOut(name)) this.refuse("401");
    return name;
  }

  private keywordOf(element: string): string {
    const [, parent = "", keyword] = /^(.*)\._(children|count)$/.exec(element) ?? [];
    const shape = shapeOf(parent);
    if (keyword === "count") return COLLECTIONS.includes(shape) ? String(this.count(parent)) : this.refuse("301");
    const children = Object.keys(model)
      .filter((name) => name.startsWith(`${shape}.`))
      .map(
        (name) =>
          name
            .slice(shape.length + 1)
            .replace(/^n\./, "")
            .split(".")[0],
      );
    return children.length > 0 ? [...new Set(children)].join(",") : this.refuse(model[shape] ? "301" : "401");
  }

  /** Records are made one after another, and begin with their id. */
  private wantPlace(element: string): void {
    for (const { collection, number } of steps(element)) {
      const count = this.count(collection);
      const first = FIRST_PARTS[collection];
      if (number > count) this.refuse("351");
      if (number === count && first && element !== `${collection}.${number}.${first}`) this.refuse("408");
    }
  }

  private wantFreshId(element: string, shape: string, value: string): void {
    if (shape !== "cmi.objectives.n.id") return;
    const own = this.values.get(element);
    if (own !== undefined && own !== value) this.refuse("351");
    const others = [...this.values].filter(([name]) => name !== element && shapeOf(name) === shape);
    if (others.some(([, id]) => id === value)) this.refuse("351");
  }

  private wantResponse(element: string, value: string): void {
    const [, record, number] =
      /^(cmi\.interactions\.\d+)\.(?:learner_response|correct_responses\.(\d+)\.pattern)$/.exec(element) ?? [];
    if (!record) return;
    const type = this.values.get(`${record}.type`) ?? this.refuse("408");
    const rule = RESPONSES[type] ?? this.refuse("408");
    const isPattern = number !== undefined;
    if (!(isPattern ? rule.pattern : rule.response)(value)) this.refuse("406");
    if (!isPattern) return;
    const patterns = [...this.values].filter(([name]) => name.startsWith(`${record}.correct_responses.`));
    if (Number(number) >= rule.most || patterns.some(([, other]) => other === value)) this.refuse("351");
  }

  /** With a passing score the LMS judges the scaled score itself (RTE 4.2.22). */
  private judge(): void {
    const scaled = this.values.get("cmi.score.scaled") ?? "";
    const passing = this.options.mastery ?? "";
    const counts = (this.options.mode ?? "normal") === "normal" && (this.options.credit ?? "credit") === "credit";
    if (counts && scaled !== "" && passing !== "") {
      this.values.set("cmi.success_status", Number(scaled) >= Number(passing) ? "passed" : "failed");
    }
  }
}
