/** Ties session, lifecycle and transport together; the Store that the interface sees. */

import { initial, move, type LifecycleEvent } from "./lifecycle";
import type { Opened, Snapshot, Transport } from "./lms/transport";
import type { Payload } from "./payload";
import { BACK_OFF_MS, createSaver, type Saver } from "./saver";
import { apply, nothingKept, sessionView, startSession, stateText, type Judged } from "./session";
import type { Action, Store, View } from "./store";
import type { Surroundings } from "./surroundings";

/** An LMS may put its run-time in place after our page has loaded. */
const SEARCH_STEP_MS = 250;
const SEARCH_MS = 5000;
/** An LMS that is away may come back: later, and when the learner leaves, it is asked once more. */
const SEARCH_AGAIN_MS = 15_000;

export interface TrackerParts {
  payload: Payload;
  /** The way to the LMS; null for a preview that has none. */
  lms: Transport | null;
  /** What this browser can keep by itself. */
  local: Transport;
  surroundings: Surroundings;
}

interface Taken {
  action: Action;
  at: number;
  latencyMs: number;
}

export interface Tracker extends Store {
  /** Looks for the LMS and opens the session; once. */
  begin(): void;
}

export function createTracker({ payload, lms, local, surroundings }: TrackerParts): Tracker {
  let lifecycle = initial;
  let session = startSession(payload, nothingKept);
  let transport: Transport | null = null;
  let saver: Saver | null = null;
  let learnerName = "";
  let openedAt = surroundings.now();
  let lastStepAt = openedAt;
  let view: View | null = null;
  let notices = 0;
  /** What the learner did while no LMS knew of it: done once more when one appears. */
  const taken: Taken[] = [];
  const listeners = new Set<() => void>();

  function notify(): void {
    view = null;
    notices += 1;
    for (const listener of [...listeners]) listener();
  }

  function tell(event: LifecycleEvent): void {
    const before = lifecycle;
    lifecycle = move(lifecycle, event);
    if (lifecycle !== before) notify();
  }

  function search(startedAt: number): void {
    if (lms && openLms(lms)) return;
    if (lms && surroundings.now() - startedAt < SEARCH_MS) {
      surroundings.after(SEARCH_STEP_MS, () => search(startedAt));
      return;
    }
    const opened = local.open();
    if (opened) adopt(local, opened, "not-found");
    if (lms) surroundings.after(SEARCH_AGAIN_MS, searchAgain);
  }

  function searchAgain(): void {
    if (!openLate()) surroundings.after(SEARCH_AGAIN_MS, searchAgain);
  }

  /** True when there is nothing left to look for. */
  function openLate(): boolean {
    if (!lms || transport === lms || lifecycle.phase !== "running") return true;
    return openLms(lms);
  }

  function openLms(found: Transport): boolean {
    const opened = found.open();
    if (opened) adopt(found, opened, opened.mode === "normal" ? "opened" : "opened-read-only");
    return opened !== null;
  }

  function adopt(next: Transport, opened: Opened, event: LifecycleEvent): void {
    saver?.stop();
    saver = null;
    transport = next;
    learnerName = opened.learnerName;
    openedAt = surroundings.now();
    session = startSession(payload, opened);
    lifecycle = move(lifecycle, event);
    if (!session.isReadOnly) {
      saver = createSaver({ surroundings, save, touch, tell, backOffMs: next === lms ? BACK_OFF_MS : [] });
      for (const { action, at, latencyMs } of taken) take(action, at, latencyMs);
      if (!opened.kept) saver.wasRefused();
      else if (taken.length > 0 || session.hasGained || lifecycle.saving === "saving") saver.changed();
    }
    notify();
  }

  /** Does one action; true when it changed anything. */
  function take(action: Action, at: number, latencyMs: number): boolean {
    const step = apply(session, action);
    if (step.session === session) return false;
    session = step.session;
    if (step.judged) record(step.judged, at, latencyMs);
    return true;
  }

  function record(
    { question, response, correct, index, earned, possible }: Judged,
    at: number,
    latencyMs: number,
  ): void {
    if (response) transport?.record({ question, response, correct, index, earned, possible, at: new Date(at), latencyMs });
  }

  function snapshot(): Snapshot {
    const { bookmark, progress, completed, success, score, masteryScore } = sessionView(session);
    return {
      location: bookmark ?? "",
      state: stateText(session),
      progress,
      completed,
      success,
      score,
      graded: masteryScore !== null,
      sessionMs: surroundings.now() - openedAt,
    };
  }

  function save(): boolean {
    if (!transport) return false;
    const isKept = transport.save(snapshot());
    if (!isKept && transport.isOver()) {
      saver?.stop();
      tell("gone");
    }
    return isKept;
  }

  function touch(): void {
    transport?.touch(surroundings.now() - openedAt);
  }

  function close(isKept: boolean): void {
    saver?.stop();
    transport?.close();
    tell(isKept ? "closed" : "closed-unsaved");
  }

  /** The first refusal keeps the session open, so that the learner can wait; the second does not. */
  function exit(): void {
    openLate();
    if (lifecycle.phase === "reviewing") close(true);
    if (lifecycle.phase !== "running" || !saver) return;
    const mayStay = transport === lms && lifecycle.saving !== "failing";
    const isKept = saver.insist();
    if (lifecycle.phase === "running" && (isKept || !mayStay)) close(isKept);
  }

  function retry(): void {
    if (lifecycle.phase !== "running") return;
    const before = transport;
    openLate();
    if (transport === before) saver?.again();
  }

  function leave(mayReturn: boolean): void {
    if (lifecycle.phase === "reviewing" && !mayReturn) close(true);
    if (lifecycle.phase !== "running" || !saver) return;
    const isKept = saver.flush();
    if (lifecycle.phase === "running" && !mayReturn) close(isKept);
  }

  function dispatch(action: Action): void {
    if (lifecycle.phase === "ended") return;
    if (action.type === "exit") return exit();
    if (action.type === "retry") return retry();
    const at = surroundings.now();
    const latencyMs = at - lastStepAt;
    const isTaken = take(action, at, latencyMs);
    const isDraft = action.type === "draft";
    if (!isDraft && (isTaken || action.type === "visit")) lastStepAt = at;
    if (!isTaken) return;
    if (lms && transport !== lms) {
      if (isDraft && taken[taken.length - 1]?.action.type === "draft") taken.pop();
      taken.push({ action, at, latencyMs });
    }
    view = null;
    const before = notices;
    if (isDraft) saver?.noted();
    else if (saver) saver.changed();
    else tell("changed");
    if (notices === before) notify();
  }

  return {
    payload,
    dispatch,
    begin() {
      surroundings.onHidden(() => {
        if (lifecycle.phase === "running") saver?.flush();
      });
      surroundings.onLeave(leave);
      surroundings.onOnline(retry);
      surroundings.onReturn(() => {
        if (lifecycle.phase === "ended") surroundings.reload();
      });
      search(surroundings.now());
    },
    view() {
      view ??= { ...lifecycle, ...sessionView(session), learnerName };
      return view;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    report() {
      const { id, version } = payload.course;
      const failures = (lms ?? local).failures();
      return [
        `lesbouwer ${(transport ?? lms ?? local).standard}`,
        `${id} ${version} ${payload.build}`,
        `${lifecycle.phase}, ${lifecycle.saving}`,
        ...failures.map(({ call, code }) => `${call}: ${code}`),
      ].join("\n");
    },
  };
}
