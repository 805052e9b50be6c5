/** A browser for the tests: a clock that stands still until told, and events on demand. */

import type { Surroundings } from "../../builder/player/src/surroundings";

interface Timer {
  at: number;
  task: () => void;
}

export class FakeBrowser implements Surroundings {
  reloads = 0;
  private time: number;
  private timers: Timer[] = [];
  private hidden: (() => void)[] = [];
  private leaving: ((mayReturn: boolean) => void)[] = [];
  private returning: (() => void)[] = [];
  private online: (() => void)[] = [];

  constructor(start = Date.UTC(2026, 10, 22, 13, 5, 9, 123)) {
    this.time = start;
  }

  now(): number {
    return this.time;
  }

  after(delayMs: number, task: () => void): () => void {
    const timer = { at: this.time + delayMs, task };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  }

  onHidden(listener: () => void): void {
    this.hidden.push(listener);
  }

  onLeave(listener: (mayReturn: boolean) => void): void {
    this.leaving.push(listener);
  }

  onReturn(listener: () => void): void {
    this.returning.push(listener);
  }

  onOnline(listener: () => void): void {
    this.online.push(listener);
  }

  reload(): void {
    this.reloads += 1;
  }

  /** Lets time pass; timers go off in order, also those that are set on the way. */
  pass(durationMs: number): void {
    const end = this.time + durationMs;
    for (;;) {
      const [next] = this.timers.filter(({ at }) => at <= end).sort((left, right) => left.at - right.at);
      if (!next) break;
      this.timers = this.timers.filter((timer) => timer !== next);
      this.time = Math.max(this.time, next.at);
      next.task();
    }
    this.time = end;
  }

  /** Someone sets the clock back; timers do not look at the clock. */
  setBack(byMs: number): void {
    this.time -= byMs;
    this.timers = this.timers.map((timer) => Object.assign(timer, { at: timer.at - byMs }));
  }

  /** Timers that are still to go off. */
  get waiting(): number {
    return this.timers.length;
  }

  hide(): void {
    this.hidden.forEach((listener) => listener());
  }

  leave(mayReturn: boolean): void {
    this.leaving.forEach((listener) => listener(mayReturn));
  }

  comeBack(): void {
    this.returning.forEach((listener) => listener());
  }

  connect(): void {
    this.online.forEach((listener) => listener());
  }
}

/** Storage as a browser has it, or one that refuses. */
export class FakeStorage {
  readonly kept = new Map<string, string>();
  constructor(private readonly mood: "willing" | "full" | "blocked" = "willing") {}

  getItem(key: string): string | null {
    if (this.mood === "blocked") throw new Error("SecurityError");
    return this.kept.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    if (this.mood !== "willing") throw new Error("QuotaExceededError");
    this.kept.set(key, value);
  }
}
