/** SCORM 1.2: the session, the status rules and the order of writing. */

import { createCalls, type Calls, type Dialect } from "./calls";
import { findApi } from "./find-api";
import { percentage, plainText, timespan } from "./formats";
import { createJournal, type Journal } from "./journal";
import type { Opened, Snapshot, Transport } from "./transport";

const DIALECT: Dialect = {
  initialize: "LMSInitialize",
  terminate: "LMSFinish",
  getValue: "LMSGetValue",
  setValue: "LMSSetValue",
  commit: "LMSCommit",
  getLastError: "LMSGetLastError",
  getDiagnostic: "LMSGetDiagnostic",
  notSupported: ["401"],
  noSession: ["301"],
};
const NEEDED = [DIALECT.initialize, DIALECT.getValue, DIALECT.setValue, DIALECT.commit];
/** The type CMIString255. */
const MOST_LOCATION = 255;

/** No status is ever written over a higher one. */
const RANKS: Readonly<Record<string, number>> = { passed: 4, completed: 3, failed: 2 };

interface Session {
  calls: Calls;
  journal: Journal;
  opened: Opened;
  status: string;
  /** The LMS has a status of us, or may have one. */
  isTold: boolean;
}

export function scorm12(window: unknown): Transport {
  let calls: Calls | null = null;
  let session: Session | null = null;

  return {
    standard: "SCORM 1.2",
    open() {
      const api = findApi(window, "API", NEEDED);
      if (!api) return null;
      calls = createCalls(api, DIALECT);
      if (!calls.initialize() && !isOpenAlready(calls)) return null;
      const mode = calls.read("cmi.core.lesson_mode");
      const state = calls.read("cmi.suspend_data");
      // Going on without them could write over what is there, or in a review: look again later.
      if (mode === null || state === null) return null;
      session = start(calls, mode, state);
      return session.opened;
    },
    begin: () => (session ? begin(session) : false),
    held: () => calls?.read("cmi.suspend_data") ?? null,
    record(interaction) {
      session?.journal.add(interaction);
    },
    save: (snapshot) => (session ? save(session, snapshot) : false),
    touch(sessionMs) {
      if (session?.opened.mode !== "normal") return;
      session.calls.set("cmi.core.session_time", timespan(sessionMs));
      session.calls.commit();
    },
    // At the end some LMSs make completed of a status that was never told: then rather no end.
    close: () => calls?.terminate(session?.opened.mode === "normal" && !session.isTold) ?? true,
    isOver: () => calls?.isOver() ?? false,
    failures: () => calls?.failures() ?? [],
  };
}

/** A page that was loaded twice in one session: initialising again is refused, the session is there. */
function isOpenAlready(calls: Calls): boolean {
  return calls.code() === "101" && calls.get("cmi.core.lesson_mode") !== "";
}

function start(calls: Calls, mode: string, state: string): Session {
  const status = calls.get("cmi.core.lesson_status");
  const count = parseInt(calls.get("cmi.interactions._count"), 10);
  const mastery = parseFloat(calls.get("cmi.student_data.mastery_score"));
  const raw = parseFloat(calls.get("cmi.core.score.raw"));
  const opened: Opened = {
    mode: mode === "review" || mode === "browse" ? mode : "normal",
    credit: calls.get("cmi.core.credit") !== "no-credit",
    state,
    location: calls.get("cmi.core.lesson_location"),
    learnerName: calls.get("cmi.core.student_name"),
    learnerId: calls.get("cmi.core.student_id"),
    masteryScore: mastery > 0 && mastery <= 100 ? mastery / 100 : null,
    score: raw > 0 && raw <= 100 ? Math.round(raw * 100) / 10000 : null,
    completed: status === "completed",
    passed: status === "passed",
  };
  calls.hide(opened.learnerName, opened.learnerId);
  return {
    calls,
    journal: createJournal(calls, Number.isNaN(count) ? null : count, DIALECT.notSupported),
    opened,
    status: RANKS[status] ? status : "incomplete",
    // An LMS that tells no status may have a high one: with a state to go by, the first save tells it.
    isTold: RANKS[status] !== undefined || (status === "" && state !== ""),
  };
}

function begin(session: Session): boolean {
  const { calls, opened } = session;
  if (opened.mode !== "normal") return true;
  calls.set("cmi.core.exit", "suspend");
  session.isTold ||= calls.set("cmi.core.lesson_status", "incomplete");
  calls.set("cmi.core.session_time", timespan(0));
  return calls.commit() && session.isTold;
}

/** Score before status before commit: some LMSs publish the grade when the status arrives. */
function save(session: Session, snapshot: Snapshot): boolean {
  const { calls, journal, opened } = session;
  if (opened.mode !== "normal") return true;
  session.status = statusFor(session, snapshot);
  calls.set("cmi.core.session_time", timespan(snapshot.sessionMs));
  if (snapshot.location) calls.set("cmi.core.lesson_location", plainText(snapshot.location, MOST_LOCATION));
  let isKept = snapshot.state === null || calls.set("cmi.suspend_data", snapshot.state);
  journal.write();
  calls.set("cmi.core.exit", isFinished(session, snapshot) ? "" : "suspend");
  if (snapshot.score !== null && mayScore(session, snapshot)) {
    calls.set("cmi.core.score.min", "0");
    calls.set("cmi.core.score.max", "100");
    const isScored = calls.set("cmi.core.score.raw", percentage(snapshot.score));
    isKept = (isScored || DIALECT.notSupported.includes(calls.code())) && isKept;
  }
  const isTold = calls.set("cmi.core.lesson_status", session.status);
  session.isTold ||= isTold;
  isKept &&= isTold;
  if (!calls.commit()) return false;
  return journal.forget() && isKept;
}

function isGraded(session: Session, snapshot: Snapshot): boolean {
  return snapshot.graded && session.opened.credit;
}

function statusFor(session: Session, snapshot: Snapshot): string {
  // Without credit nothing is judged, and what was judged before stays.
  if (snapshot.graded && !session.opened.credit && RANKS[session.status]) return session.status;
  const reached = snapshot.completed ? "completed" : "incomplete";
  const judged = snapshot.success === "unknown" ? "incomplete" : snapshot.success;
  const status = isGraded(session, snapshot) ? judged : reached;
  return (RANKS[status] ?? 0) >= (RANKS[session.status] ?? 0) ? status : session.status;
}

/**
 * An LMS with a mastery score turns any raw score into passed or failed when the session ends, so
 * a half-way score is not written while one may be in force.
 */
function mayScore(session: Session, snapshot: Snapshot): boolean {
  if (!session.opened.credit) return false;
  if (snapshot.graded) return snapshot.success !== "unknown";
  return session.opened.masteryScore === null || snapshot.completed;
}

function isFinished(session: Session, snapshot: Snapshot): boolean {
  return snapshot.completed && (!isGraded(session, snapshot) || snapshot.success !== "unknown");
}
