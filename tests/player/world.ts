/**
 * A learner's world for tests with chance: one LMS that keeps what is committed, one device, and any
 * number of windows that come and go. After every step it checks what must always hold.
 */

import assert from "node:assert/strict";
import type { Action } from "../../builder/player/src/store";
import type { Fault, StrictRunTime } from "../doubles/run-time";
import type { WholeCourse } from "./whole-course";
import { Desktop, FakeBrowser, FakeStorage } from "./browser";
import { visit, type Bench, type Visit } from "./learner";
import { answersLessThan, lessThan, summaryOf, type Summary } from "./oracle";

export type Step =
  | { do: "act"; window: number; action: Action }
  | { do: "act-on"; window: number; actions: Action[] }
  | { do: "wait"; ms: number }
  | { do: "hide" | "freeze" | "kill" | "leave" | "come-back" | "exit" | "end-session"; window: number }
  | { do: "launch"; lms: "now" | "late" | "never" }
  | { do: "fault"; window: number; fault: Fault }
  /** The LMS says that a commit went well and keeps nothing. */
  | { do: "lie"; commits: number }
  | { do: "heal" };

interface Window extends Visit {
  api: StrictRunTime | null;
  host: Record<string, unknown>;
  isGone: boolean;
  isFrozen: boolean;
  /** A page that the browser keeps for the back button. */
  isAway: boolean;
  /** Its last commit was a lie of the LMS, and nothing told it so. */
  isDeceived: boolean;
}

const RANKS: Readonly<Record<string, number>> = { passed: 4, completed: 3, failed: 2 };
const MOST_WINDOWS = 3;

export class World {
  private readonly desktop = new Desktop();
  private readonly storage = new FakeStorage();
  private readonly windows: Window[] = [];
  private kept: Record<string, string> = {};
  /** What the LMS had at most, and what any window ever showed. */
  private proven: Summary;
  private readonly seen = new Map<string, Summary>();
  private ranks: number[] = [0, 0];
  private lies = 0;

  constructor(
    private readonly bench: Bench,
    private readonly course: WholeCourse,
  ) {
    this.proven = this.audit();
  }

  step(step: Step): void {
    this.take(step);
    this.check();
  }

  /** All trouble ends; the learner takes up everything that lies about. Then nothing may be missing. */
  finish(): void {
    this.heal();
    this.desktop.clock.pass(70_000);
    for (const window of this.windows) if (!window.isGone) this.close(window);
    this.check();
    const last = this.launch("now");
    this.desktop.clock.pass(1000);
    for (let round = 0; last.view().leftoverAt !== null; round += 1) {
      assert.ok(round < 20, "a leftover that was taken over is offered again and again");
      last.do({ type: "leftover", choice: "take" });
      this.desktop.clock.pass(1000);
    }
    this.desktop.clock.pass(70_000);
    assert.equal(last.view().saving, "kept", "all is well and yet not kept");
    last.do({ type: "exit" });
    this.check();
    const end = this.audit();
    for (const one of this.mayMiss() ? [] : this.seen.values()) assert.equal(lessThan(one, end), "", "(a) was done and is lost");
    this.close(this.launch("now"));
    const named = [...this.storage.kept.keys()].filter((key) => !key.includes(".."));
    assert.deepEqual(named, [], "what the LMS has lies about on the device");
    const raw = this.kept[this.bench.raw];
    if (raw) assert.equal(Number(raw), Math.round((end.score ?? 0) * 10_000) / 100, "the score of the LMS");
    if (end.success === "passed") assert.equal(this.statuses().at(-1), "passed");
  }

  private take(step: Step): void {
    if (step.do === "wait") return this.desktop.clock.pass(step.ms);
    if (step.do === "heal") return this.heal();
    if (step.do === "lie") {
      this.lies += step.commits;
      return;
    }
    if (step.do === "launch") {
      if (this.windows.filter(({ isGone }) => !isGone).length < MOST_WINDOWS) this.launch(step.lms);
      return;
    }
    const window = this.windows[step.window % Math.max(1, this.windows.length)];
    if (!window || window.isGone) return;
    // Whoever touches a tab wakes it up first.
    if (step.do !== "kill" && step.do !== "freeze" && step.do !== "fault" && step.do !== "end-session") this.wake(window);
    if (step.do === "act" || step.do === "act-on") window.browser.touch();
    if (step.do === "act") window.do(step.action);
    if (step.do === "act-on") window.do(...step.actions);
    if (step.do === "hide") window.browser.hide();
    if (step.do === "fault") window.api?.faults.push({ ...step.fault });
    if (step.do === "end-session") window.api?.endSession();
    if (step.do === "exit") window.do({ type: "exit" });
    if (step.do === "leave") this.close(window);
    if (step.do === "come-back") {
      window.isAway = true;
      window.browser.leave(true);
      window.browser.freeze();
    }
    if (step.do === "freeze" && !window.isFrozen) {
      window.isFrozen = true;
      window.browser.hide();
      window.browser.freeze();
    }
    if (step.do === "kill") {
      window.isGone = true;
      window.browser.kill();
    }
  }

  private wake(window: Window): void {
    if (window.isFrozen || window.isAway) window.browser.thaw();
    window.isFrozen = false;
    if (window.isAway) window.browser.comeBack();
    window.isAway = false;
  }

  private close(window: Window): void {
    this.wake(window);
    window.browser.leave(false);
    window.isGone = true;
    window.browser.kill();
  }

  private heal(): void {
    this.lies = 0;
    for (const window of this.windows) {
      if (window.api) window.api.faults = [];
      else this.offer(window);
    }
  }

  /** The LMS puts its run-time in place, with what it has kept until now. */
  private offer(window: Pick<Window, "api" | "host" | "isDeceived">): void {
    const isGraded = this.course.payload.masteryScore !== null;
    const mastery = !isGraded ? "" : this.bench.name === "SCORM 1.2" ? "80" : "0.8";
    const api = this.bench.make({ stored: this.kept, mastery });
    api.onCommit = (kept) => {
      window.isDeceived = this.lies > 0;
      if (this.lies > 0) this.lies -= 1;
      else this.kept = kept;
    };
    window.api = api;
    window.host[this.bench.apiName] = api;
  }

  private launch(lms: "now" | "late" | "never"): Window {
    const browser = new FakeBrowser({ desktop: this.desktop });
    const window = { api: null, host: {}, isGone: false, isFrozen: false, isAway: false, isDeceived: false };
    if (lms === "now") this.offer(window);
    if (lms === "late") browser.after(2000, () => window.api ?? this.offer(window));
    const { payload } = this.course;
    const learner = visit({ payload, lms: this.bench.transport(window.host), browser, storage: this.storage });
    // The run-time marks the window that it was offered to, so that window has to be the one on the list.
    this.windows.push(Object.assign(window, learner));
    return this.windows.at(-1) as Window;
  }

  /** No player can keep what an LMS says to have kept, when the window is gone before the next commit. */
  private mayMiss(): boolean {
    return this.windows.some(({ isDeceived }) => isDeceived);
  }

  private statuses(): string[] {
    const { status, success } = this.bench;
    return [status, success].flatMap((element) => (element ? [this.kept[element] ?? ""] : []));
  }

  /** What a fresh launch would find. */
  private audit(): Summary {
    const api = this.bench.make({ stored: this.kept });
    const { payload } = this.course;
    return summaryOf(visit({ payload, lms: this.bench.transport({ [this.bench.apiName]: api }) }).view());
  }

  private check(): void {
    const { payload } = this.course;
    const now = this.audit();
    assert.equal(lessThan(this.proven, now), "", "(a) was committed and is lost");
    assert.equal(answersLessThan(payload, this.proven, now), "", "(a) an answer was committed and is lost");
    this.proven = now;

    const ranks = this.statuses().map((status) => RANKS[status] ?? 0);
    ranks.forEach((rank, place) => assert.ok(rank >= (this.ranks[place] ?? 0), `(b) the status went down to ${rank}`));
    this.ranks = ranks;

    for (const window of this.windows) {
      const view = window.view();
      const summary = summaryOf(view);
      // A window that looks on shows its own work and that of others together; nobody did that.
      if (view.phase !== "elsewhere") this.seen.set(JSON.stringify(summary), summary);
      if (window.isGone || window.isDeceived) continue;
      if (view.phase === "running" && view.saving === "kept") {
        assert.equal(lessThan(summary, now), "", "said to be kept");
        assert.equal(answersLessThan(payload, summary, now), "", "an answer is said to be kept");
      }
    }
    this.checkHonesty();
  }

  /** Nobody passed or completed by what nobody did: the most that all windows together could make of it. */
  private checkHonesty(): void {
    const { payload } = this.course;
    const seen = [...this.seen.values()];
    const statuses = this.statuses();
    const everDone = new Set(seen.flatMap(({ done }) => done));
    const required = payload.pages.filter(({ kind }) => payload.completion !== "view" || kind === "lesson");
    const isAllDone = required.every(({ id }) => everDone.has(id));
    assert.ok(isAllDone || !statuses.includes("completed"), "(b) completed, and not all was done");
    if (!statuses.includes("passed")) return;
    const shares = Object.entries(payload.quizzes).flatMap(([quiz, { isScored, shufflesQuestions, pools, weight }]) => {
      if (!isScored) return [];
      assert.ok(everDone.has(quiz), "(b) passed, and not all was answered");
      const best = seen.flatMap((one) => one.quizzes.filter(([id]) => id === quiz).map(([, , points]) => points));
      const earned = (question: string) =>
        Math.max(0, ...seen.flatMap(({ answers }) => answers.filter(([id]) => id === question).map((one) => Number(one[2]))));
      const questions = pools.flatMap((pool) => pool.questions);
      const points = questions.map((question) => payload.questions[question]?.points ?? 0);
      const possible = points.reduce((sum, one) => sum + one, 0);
      const most = Math.max(...best, questions.reduce((sum, question) => sum + earned(question), 0));
      // By lot a quiz is worth what was drawn, so all that can be said is that it may have been enough.
      return [{ share: shufflesQuestions ? 1 : most / possible, weight: weight ?? possible }];
    });
    const all = shares.reduce((sum, { weight }) => sum + weight, 0);
    const score = shares.reduce((sum, { share, weight }) => sum + share * weight, 0) / all;
    assert.ok(score >= (payload.masteryScore ?? 2) - 1e-4, `(b) passed with ${score}`);
  }
}
