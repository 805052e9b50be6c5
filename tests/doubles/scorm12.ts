/**
 * A SCORM 1.2 run-time that refuses what a strict LMS refuses. Error codes are those of the SCORM 1.2
 * Run-Time Environment, chapter 3.3.
 */

import { COLLECTIONS, model, RESPONSES } from "./model12";
import { shapeOf, steps, StrictRunTime, type Options } from "./run-time";

export class StrictScorm12 extends StrictRunTime {
  constructor(options: Options = {}) {
    super(options);
    this.values = new Map(Object.entries(this.kept));
    const stored = Object.keys(this.kept).length > 0;
    const entry = !stored ? "ab-initio" : this.kept["cmi.core.exit"] === "suspend" ? "resume" : "";
    const given = {
      "cmi._version": "3.4",
      "cmi.core.student_id": options.learnerId ?? "learner-1",
      "cmi.core.student_name": options.learnerName ?? "Noor Jansen",
      "cmi.core.credit": options.credit ?? "credit",
      "cmi.core.lesson_mode": options.mode ?? "normal",
      "cmi.core.entry": options.entry ?? entry,
      "cmi.core.total_time": this.kept["cmi.core.total_time"] ?? "0000:00:00.00",
      "cmi.core.lesson_status": this.kept["cmi.core.lesson_status"] ?? "not attempted",
      "cmi.student_data.mastery_score": options.mastery ?? "",
    };
    for (const [element, value] of Object.entries(given)) this.values.set(element, value);
    this.values.delete("cmi.core.session_time");
    this.values.delete("cmi.core.exit");
  }

  LMSInitialize(...args: unknown[]): string {
    return this.call("LMSInitialize", args, () => {
      this.wantEmpty(args);
      if (this.state !== "before") this.refuse("101");
      this.state = "open";
      return "true";
    });
  }

  LMSFinish(...args: unknown[]): string {
    return this.call("LMSFinish", args, () => {
      this.wantOpen();
      this.wantEmpty(args);
      this.judge();
      this.state = "after";
      this.keep();
      return "true";
    });
  }

  LMSCommit(...args: unknown[]): string {
    return this.call("LMSCommit", args, () => {
      this.wantOpen();
      this.wantEmpty(args);
      this.keep();
      return "true";
    });
  }

  LMSGetValue(...args: unknown[]): string {
    return this.call("LMSGetValue", args, () => {
      this.wantOpen();
      const element = this.wantElement(args[0]);
      if (element.endsWith("._children")) return this.childrenOf(element);
      if (element.endsWith("._count")) return this.countOf(element);
      const row = model[shapeOf(element)];
      if (!row) return this.refuse("201");
      if (row.access === "w") return this.refuse("404");
      if (steps(element).some(({ collection, number }) => number >= this.count(collection))) return this.refuse("201");
      return this.values.get(element) ?? "";
    });
  }

  LMSSetValue(...args: unknown[]): string {
    return this.call("LMSSetValue", args, () => {
      this.wantOpen();
      const element = this.wantElement(args[0]);
      if (args.length !== 2 || typeof args[1] !== "string") this.refuse("201");
      const value = String(args[1]);
      if (/\._(children|count)$/.test(element) || element === "cmi._version") this.refuse("402");
      const row = model[shapeOf(element)];
      if (!row) return this.refuse("201");
      if (row.access === "r") this.refuse("403");
      if (steps(element).some(({ collection, number }) => number > this.count(collection))) this.refuse("201");
      if (!row.check(value) || !this.fitsType(element, value)) this.refuse("405");
      this.values.set(element, value);
      return "true";
    });
  }

  LMSGetLastError(): string {
    return this.lastError;
  }

  LMSGetErrorString(code: unknown): string {
    return `SCORM 1.2 error ${String(code)}`;
  }

  LMSGetDiagnostic(code: unknown): string {
    return this.LMSGetErrorString(code);
  }

  /** The same learner opens the course again. */
  nextSession(options: Options = {}): StrictScorm12 {
    return new StrictScorm12({ ...this.options, faults: [], ...options, stored: this.kept });
  }

  private wantOpen(): void {
    if (this.state !== "open") this.refuse("301");
  }

  private wantEmpty(args: unknown[]): void {
    if (args.length !== 1 || args[0] !== "") this.refuse("201");
  }

  private wantElement(name: unknown): string {
    if (typeof name !== "string" || name === "") return this.refuse("201");
    if (this.isLeftOut(name)) this.refuse("401");
    return name;
  }

  private childrenOf(element: string): string {
    const parent = shapeOf(element.slice(0, -"._children".length));
    const children = Object.keys(model)
      .filter((name) => name.startsWith(`${parent}.`))
      .map(
        (name) =>
          name
            .slice(parent.length + 1)
            .replace(/^n\./, "")
            .split(".")[0],
      );
    return children.length > 0 ? [...new Set(children)].join(",") : this.refuse(model[parent] ? "202" : "201");
  }

  private countOf(element: string): string {
    const parent = element.slice(0, -"._count".length);
    if (COLLECTIONS.includes(shapeOf(parent))) return String(this.count(parent));
    return this.refuse(Object.keys(model).some((name) => name.startsWith(shapeOf(parent))) ? "203" : "201");
  }

  private fitsType(element: string, value: string): boolean {
    const [, record, part] =
      /^(cmi\.interactions\.\d+)\.(student_response|correct_responses\.\d+\.pattern)$/.exec(element) ?? [];
    const type = record && part ? this.values.get(`${record}.type`) : undefined;
    return RESPONSES[type ?? ""]?.(value) ?? true;
  }

  /** At the end the LMS has its own word about the status, as Moodle does. */
  private judge(): void {
    const status = this.values.get("cmi.core.lesson_status");
    if (status === "not attempted") this.values.set("cmi.core.lesson_status", "completed");
    const raw = this.values.get("cmi.core.score.raw") ?? "";
    const mastery = this.options.mastery ?? "";
    const counts = (this.options.mode ?? "normal") === "normal" && (this.options.credit ?? "credit") === "credit";
    if (counts && raw !== "" && mastery !== "") {
      this.values.set("cmi.core.lesson_status", Number(raw) >= Number(mastery) ? "passed" : "failed");
    }
  }
}
