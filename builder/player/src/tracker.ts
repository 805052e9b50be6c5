/** Ties session, lifecycle and transport together; the Store that the interface sees. */

import { createActiveTime } from "./active-time";
import { checksum } from "./checksum";
import { chanceOf } from "./draws";
import { initial, move, type LifecycleEvent } from "./lifecycle";
import { createLeftovers, type Choice } from "./leftovers";
import { createListeners } from "./listeners";
import type { Device } from "./lms/local";
import type { Opened, Transport } from "./lms/transport";
import { judgedBetween, merge, mergeText } from "./merge";
import type { Payload } from "./payload";
import { report } from "./report";
import { search } from "./search";
import { BACK_OFF_MS, createSaver, type Saver } from "./saver";
import type { Judged, Session } from "./session";
import { apply, nothingKept, sessionView, snapshot, startSession, stateText } from "./session";
import type { Action, Store, View } from "./store";
import type { Surroundings } from "./surroundings";
import { createWindows, type Windows } from "./windows";

export interface TrackerParts {
  payload: Payload;
  /** The way to the LMS; null for a preview that has none. */
  lms: Transport | null;
  device: Device;
  surroundings: Surroundings;
  windowId: string;
}

export interface Tracker extends Store {
  /** Looks for the LMS and opens the session; once. */
  begin(): void;
}

export function createTracker({ payload, lms, device, surroundings, windowId }: TrackerParts): Tracker {
  const leftovers = createLeftovers(device);
  const activeTime = createActiveTime(surroundings);
  let lifecycle = initial;
  let session = startSession(payload, nothingKept);
  let transport: Transport | null = null;
  let saver: Saver | null = null;
  let windows: Windows | null = null;
  /** What the LMS told, and whether the first writes were done. */
  let opened: Opened | null = null;
  let isBegun = false;
  /** The learner as the names on this device have it, "" for nobody known. */
  let learner = "";
  let isOnDevice = false;
  let mayRecover = true; // a session that was lost is opened anew once
  const times = { startedAt: surroundings.now(), keptAt: null as number | null };
  let lastStepMs = 0;
  let view: View | null = null;
  const listeners = createListeners();

  function notify(): void {
    view = null;
    listeners.tell();
  }

  function tell(event: LifecycleEvent): void {
    const before = lifecycle;
    lifecycle = move(lifecycle, event);
    if (lifecycle !== before) notify();
  }

  /** True when there is nothing left to look for. In a hurry no other window is asked. */
  function openLate(isHurried = false): boolean {
    if (!lms || transport === lms || windows || lifecycle.phase === "ended") return true;
    return openLms(lms, isHurried);
  }

  /** Nothing is written before it is sure that no other window goes on with the course. */
  function openLms(found: Transport, isHurried = false): boolean {
    const told = found.open();
    if (!told) return false;
    opened = told;
    isBegun = false;
    learner = told.learnerId && checksum(payload.course.id + told.learnerId);
    if (told.mode !== "normal") adopt(found, told, "opened-read-only");
    else {
      windows = createWindows({
        surroundings,
        name: `lesbouwer.${payload.course.id}.${learner}`,
        id: windowId,
        state: () => stateText(session) ?? "",
        onTaken: giveWay,
        onState(text) {
          if (!takeIn(mergeText(session, text), false)) return;
          saver?.changed();
          notify();
        },
      });
      if (isHurried) adopt(found, told, "opened");
      else ask();
    }
    return true;
  }

  function ask(): void {
    windows?.ask((isOurs) => {
      const isElsewhere = lifecycle.phase === "elsewhere";
      if (isElsewhere && isOurs) goOnHere();
      else if (lms && opened && (transport !== lms || !isBegun)) adopt(lms, opened, isOurs ? "opened" : "elsewhere");
      else if (!isElsewhere && !isOurs) giveWay(true);
    });
  }

  /** No LMS, or no longer: this browser keeps what it can. */
  function stayHere(): void {
    windows?.leave();
    windows = null;
    // An LMS that is there but refuses has ended the session: the page was loaded again, or it took too long.
    const event = lms && lms.failures().length > 0 ? "gone" : "not-found";
    const told = device.transport.open();
    adopt(device.transport, { ...told, ...opened, state: told.state }, event);
  }

  function adopt(next: Transport, told: Opened, event: LifecycleEvent): void {
    const { state: before, latest, drafts } = session;
    saver?.stop();
    saver = null;
    transport = next;
    activeTime.restart();
    lastStepMs = 0;
    session = { ...startSession(payload, told), latest };
    lifecycle = move(lifecycle, event);
    if (session.isReadOnly) device.clear();
    const hasGained = takeIn(merge(session, before), next === lms);
    const page = before.bookmark ?? "";
    const hasMoved = take({ type: "visit", page, chance: chanceOf(before.quizzes.get(page)?.drawing) });
    const hasMore = [...drafts].filter(([question, answer]) => take({ type: "draft", question, answer })).length > 0;
    if (lifecycle.phase === "running") goOn(hasGained || hasMoved || hasMore);
    notify();
  }

  /** This window is the one that goes on. What it has more goes first: a bare commit could write over that. */
  function goOn(hasMore: boolean): void {
    if (!transport) return;
    const isLms = transport === lms;
    const mayWrite = hasMore || transport.begin();
    isBegun ||= isLms;
    const backOffMs = isLms ? BACK_OFF_MS : [];
    saver = createSaver({ surroundings, save, touch: () => transport?.touch(activeTime.ms()), tell, backOffMs });
    if (!mayWrite) saver.wasRefused();
    else if (hasMore || session.hasGained || lifecycle.saving === "saving") saver.changed();
    if (hasMore) saver.flush();
    if (lms) leftovers.find(session, learner, isLms);
  }

  /** Another window goes on. One that hears of it late writes nothing: it would write over what came since. */
  function giveWay(isLate: boolean): void {
    if (!isLate) saver?.flush();
    saver?.stop();
    saver = null;
    tell("elsewhere");
  }

  function goOnHere(): void {
    lifecycle = move(lifecycle, "opened");
    goOn(true);
    notify();
  }

  /** Goes on with what another state added; true when that is anything. What is new to the LMS is reported. */
  function takeIn(merged: Session, isNew: boolean): boolean {
    if (merged === session) return false;
    const between = isNew ? judgedBetween(session, merged) : { session: merged, judged: [] };
    session = between.session;
    for (const judged of between.judged) record(judged, 0);
    return true;
  }

  function decide(choice: Choice): void {
    if (lifecycle.phase !== "running") return;
    if (takeIn(mergeText(session, leftovers.choose(choice)), true)) saver?.changed();
    leftovers.find(session, learner, false);
    notify();
  }

  /** Does one action; true when it changed anything. */
  function take(action: Action): boolean {
    const step = apply(session, action);
    if (step.session === session) return false;
    session = step.session;
    if (step.judged) record(step.judged, activeTime.ms() - lastStepMs);
    return true;
  }

  function record(judged: Judged, latencyMs: number): void {
    const { response } = judged;
    if (response) transport?.record({ ...judged, response, at: new Date(surroundings.now()), latencyMs });
  }

  function save(): boolean {
    if (!transport || windows?.isAsking()) return false;
    takeIn(mergeText(session, transport.held() ?? ""), false);
    const isKept = transport.save(snapshot(session, activeTime.ms()));
    if (isKept) {
      times.keptAt = surroundings.now();
      mayRecover = true;
      leftovers.settle();
      isOnDevice = transport !== lms;
      if (!isOnDevice) device.clear();
      windows?.share();
    } else if (transport === lms) {
      keepHere();
      if (transport.isOver()) recover();
    }
    return isKept;
  }

  /** Until the LMS has it, this device does. A preview has no LMS, and saves here anyway. */
  function keepHere(): void {
    const text = lms && !session.isReadOnly ? stateText(session) : null;
    if (text !== null) isOnDevice = device.keep(text, learner);
  }

  /** Some LMSs let a page that lost its session begin a new one. */
  function recover(): void {
    saver?.stop();
    windows?.leave();
    windows = null;
    isBegun = false;
    const found = mayRecover ? lms : null;
    mayRecover = false;
    if (!found || !openLms(found)) stayHere();
  }

  function close(isKept: boolean): void {
    saver?.stop();
    if (lifecycle.phase !== "elsewhere" && !windows?.isAsking()) transport?.close();
    windows?.leave();
    tell(isKept ? "closed" : "closed-unsaved");
  }

  /** The first refusal keeps the session open, so that the learner can wait; the second does not. */
  function exit(): void {
    if (!openLate(true) && lifecycle.phase === "searching") stayHere();
    if (lifecycle.phase === "reviewing" || lifecycle.phase === "elsewhere") close(true);
    if (lifecycle.phase !== "running" || !saver) return;
    const mayStay = transport === lms && lifecycle.saving !== "failing";
    const isKept = saver.insist();
    if (lifecycle.phase === "running" && (isKept || !mayStay)) close(isKept);
  }

  function retry(): void {
    const before = transport;
    if (lifecycle.phase === "running") openLate();
    if (transport === before) saver?.again();
  }

  function leave(mayReturn: boolean): void {
    if (lifecycle.phase === "reviewing" && !mayReturn) close(true);
    const isKept = saver?.flush() ?? true;
    if (lifecycle.phase === "running" && !mayReturn) close(isKept);
    windows?.leave();
  }

  function dispatch(action: Action): void {
    if (lifecycle.phase === "ended") return;
    if (action.type === "exit") return exit();
    if (action.type === "retry") return retry();
    if (action.type === "take-over") return lifecycle.phase === "elsewhere" ? windows?.take(goOnHere) : undefined;
    if (action.type === "leftover") return decide(action.choice);
    if (lifecycle.phase === "elsewhere") return;
    const isTaken = take(action);
    const { type } = action;
    if (type === "visit" || (isTaken && type !== "draft")) lastStepMs = activeTime.ms();
    if (!isTaken) return;
    if (type !== "visit") keepHere();
    view = null;
    const before = listeners.count();
    if (type === "draft") saver?.noted();
    else saver?.changed();
    if (listeners.count() === before) notify();
  }

  return {
    payload,
    dispatch,
    begin() {
      surroundings.onHidden(() => saver?.flush());
      surroundings.onLeave(leave);
      surroundings.onOnline(retry);
      surroundings.onReturn(() => (lifecycle.phase === "ended" ? surroundings.reload() : ask()));
      const isWaiting = () => lifecycle.phase === "searching" && !windows;
      search({ lms, surroundings, open: openLate, giveUp: stayHere, isWaiting });
    },
    view() {
      const learnerName = opened?.learnerName ?? "";
      return (view ??= { ...lifecycle, ...sessionView(session), learnerName, isOnDevice, leftoverAt: leftovers.at() });
    },
    subscribe: listeners.add,
    report() {
      const { standard } = transport ?? lms ?? device.transport;
      return report({ payload, standard, lifecycle, ...times, now: surroundings.now(), failures: lms?.failures() ?? [] });
    },
  };
}
