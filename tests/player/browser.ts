/** A browser for the tests: a clock that stands still until told, and events on demand. */

import type { Channel, Surroundings } from "../../builder/player/src/surroundings";

interface Timer {
  at: number;
  task: () => void;
}

/** Time, and who waits for it. */
class FakeClock {
  timers: Timer[] = [];
  constructor(public time: number) {}

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
}

const START = Date.UTC(2026, 10, 22, 13, 5, 9, 123);

export class FakeBrowser implements Surroundings {
  reloads = 0;
  private readonly clock: FakeClock;
  /** Taken away: nothing of it runs any more. */
  private isGone = false;
  /** What a frozen tab still has to do when it thaws. */
  private missed: (() => void)[] | null = null;
  private readonly channels: Channel[] = [];
  private hidden: (() => void)[] = [];
  private active: (() => void)[] = [];
  private leaving: ((mayReturn: boolean) => void)[] = [];
  private returning: (() => void)[] = [];
  private online: (() => void)[] = [];

  /** On a desktop all windows have one clock, and can hear each other. */
  constructor(private readonly place: { isAlone?: boolean; desktop?: Desktop } = {}) {
    this.clock = place.desktop?.clock ?? new FakeClock(START);
  }

  isAlone(): boolean {
    return this.place.isAlone ?? false;
  }

  openChannel(name: string, listener: (message: unknown) => void): Channel | null {
    const hear = (message: unknown) => this.run(() => listener(message));
    const channel = this.place.desktop?.open(name, hear) ?? null;
    if (channel) this.channels.push(channel);
    return channel;
  }

  now(): number {
    return this.clock.time;
  }

  after(delayMs: number, task: () => void): () => void {
    const timer = { at: this.clock.time + delayMs, task: () => this.run(task) };
    this.clock.timers.push(timer);
    return () => {
      this.clock.timers = this.clock.timers.filter((other) => other !== timer);
    };
  }

  onHidden(listener: () => void): void {
    this.hidden.push(listener);
  }

  onActive(listener: () => void): void {
    this.active.push(listener);
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

  pass(durationMs: number): void {
    this.clock.pass(durationMs);
  }

  /** The window is closed without a word: no event, no timer, no message. */
  kill(): void {
    this.isGone = true;
    this.channels.forEach((channel) => channel.close());
  }

  /** A tab in the background may be stopped altogether: no timer goes off, no message is heard. */
  freeze(): void {
    this.missed = [];
  }

  thaw(): void {
    const missed = this.missed ?? [];
    this.missed = null;
    missed.forEach((task) => task());
  }

  private run(task: () => void): void {
    if (this.missed) this.missed.push(task);
    else if (!this.isGone) task();
  }

  /** Someone sets the clock back; timers do not look at the clock. */
  setBack(byMs: number): void {
    this.clock.time -= byMs;
    this.clock.timers = this.clock.timers.map((timer) => Object.assign(timer, { at: timer.at - byMs }));
  }

  /** Timers that are still to go off. */
  get waiting(): number {
    return this.clock.timers.length;
  }

  hide(): void {
    this.hidden.forEach((listener) => listener());
  }

  /** The learner does something, or looks at the tab again. */
  touch(): void {
    this.active.forEach((listener) => listener());
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

interface Line {
  name: string;
  isOpen: boolean;
  listener: (message: unknown) => void;
}

/** The windows of one browser that can hear each other: what one says the others hear, as a copy. */
export class Desktop {
  readonly clock = new FakeClock(START);
  private lines: Line[] = [];

  open(name: string, listener: (message: unknown) => void): Channel {
    const line: Line = { name, isOpen: true, listener };
    this.lines.push(line);
    return {
      post: (message) => {
        for (const other of this.lines.filter((one) => one !== line && one.name === name)) {
          if (other.isOpen) other.listener(structuredClone(message));
        }
      },
      close: () => {
        line.isOpen = false;
        this.lines = this.lines.filter((one) => one !== line);
      },
    };
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

  removeItem(key: string): void {
    this.kept.delete(key);
  }

  get length(): number {
    return this.kept.size;
  }

  key(place: number): string | null {
    return [...this.kept.keys()][place] ?? null;
  }
}
