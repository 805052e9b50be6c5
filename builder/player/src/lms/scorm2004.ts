/** SCORM 2004, 3rd and 4th edition: the session, the status rules and the order of writing. */

import { createCalls, type Calls, type Dialect } from "./calls";
import { findApi } from "./find-api";
import { fraction, interval, percentage, plainText } from "./formats";
import { createRecords, type Records } from "./records";
import type { Opened, Snapshot, Transport } from "./transport";

const DIALECT: Dialect = {
  initialize: "Initialize",
  terminate: "Terminate",
  getValue: "GetValue",
  setValue: "SetValue",
  commit: "Commit",
  getLastError: "GetLastError",
  getDiagnostic: "GetDiagnostic",
  notSupported: ["401", "402"],
  noSession: ["104", "132", "133", "142", "143"],
};
const NEEDED = [DIALECT.initialize, DIALECT.getValue, DIALECT.setValue, DIALECT.commit];
const INITIALIZED_ALREADY = "103";
/** The smallest length that every LMS must keep (RTE 4.2.12). */
const MOST_LOCATION = 1000;

interface Session {
  calls: Calls;
  records: Records | null;
  opened: Opened;
  isCompleted: boolean;
  /** What is known of a completion before this session. */
  isTold: boolean;
  success: Snapshot["success"];
}

export function scorm2004(window: unknown): Transport {
  let calls: Calls | null = null;
  let session: Session | null = null;

  return {
    standard: "SCORM 2004",
    open() {
      const api = findApi(window, "API_1484_11", NEEDED);
      if (!api) return null;
      calls = createCalls(api, DIALECT);
      if (!calls.initialize() && !isOpenAlready(calls)) return null;
      const mode = calls.read("cmi.mode");
      const state = calls.read("cmi.suspend_data");
      // Going on without them could write over what is there, or in a review: look again later.
      if (mode === null || state === null) return null;
      session = start(calls, mode, state);
      return session.opened;
    },
    begin: () => (session ? begin(session) : false),
    held: () => calls?.read("cmi.suspend_data") ?? null,
    record(interaction) {
      session?.records?.add(interaction);
    },
    save: (snapshot) => (session ? save(session, snapshot) : false),
    touch(sessionMs) {
      if (session?.opened.mode !== "normal") return;
      session.calls.set("cmi.session_time", interval(sessionMs));
      session.calls.commit();
    },
    close: () => calls?.terminate() ?? true,
    isOver: () => calls?.isOver() ?? false,
    failures: () => calls?.failures() ?? [],
  };
}

/**
 * A page that was loaded again within a session: initialising is refused. Some LMSs take calls all the
 * same, also after they called the session ended.
 */
function isOpenAlready(calls: Calls): boolean {
  return calls.code() === INITIALIZED_ALREADY || calls.get("cmi.mode") !== "";
}

function start(calls: Calls, mode: string, state: string): Session {
  const success = calls.get("cmi.success_status");
  const completion = calls.get("cmi.completion_status");
  const isCompleted = completion === "completed";
  const passing = parseFloat(calls.get("cmi.scaled_passing_score"));
  const scaled = parseFloat(calls.get("cmi.score.scaled"));
  const opened: Opened = {
    mode: mode === "review" || mode === "browse" ? mode : "normal",
    credit: calls.get("cmi.credit") !== "no-credit",
    state,
    location: calls.get("cmi.location"),
    learnerName: calls.get("cmi.learner_name"),
    learnerId: calls.get("cmi.learner_id"),
    masteryScore: passing > 0 && passing <= 1 ? passing : null,
    score: scaled > 0 && scaled <= 1 ? Math.round(scaled * 10000) / 10000 : null,
    completed: isCompleted,
    passed: success === "passed",
  };
  calls.hide(opened.learnerName, opened.learnerId);
  return {
    calls,
    records: opened.mode === "normal" ? createRecords(calls, DIALECT.notSupported) : null,
    opened,
    isCompleted,
    // An LMS that tells no status may have a high one: with a state to go by, the first save tells it.
    isTold: isCompleted || (completion === "" && state !== ""),
    success: opened.passed ? "passed" : "unknown",
  };
}

function begin({ calls, opened, isTold }: Session): boolean {
  if (opened.mode !== "normal") return true;
  const isSuspended = calls.set("cmi.exit", "suspend");
  const isBegun = isTold || calls.set("cmi.completion_status", "incomplete");
  calls.set("cmi.session_time", interval(0));
  return calls.commit() && isBegun && isSuspended;
}

function isGraded(session: Session, snapshot: Snapshot): boolean {
  return snapshot.graded && session.opened.credit;
}

/**
 * An LMS with a passing score judges every scaled score as it comes (SN 4.6.1), so a score below it
 * would read as failed while tries remain; it is written together with the outcome.
 */
function mayScore(session: Session, snapshot: Snapshot): boolean {
  return session.opened.credit && (!snapshot.graded || snapshot.success !== "unknown");
}

function isUnsupported(calls: Calls): boolean {
  return DIALECT.notSupported.includes(calls.code());
}

/** Score before status before commit: some LMSs publish the grade when the status arrives. */
function save(session: Session, snapshot: Snapshot): boolean {
  const { calls, records, opened } = session;
  if (opened.mode !== "normal") return true;
  session.isCompleted ||= snapshot.completed && (!isGraded(session, snapshot) || snapshot.success !== "unknown");
  if (snapshot.success !== "unknown" && session.success !== "passed") session.success = snapshot.success;
  calls.set("cmi.session_time", interval(snapshot.sessionMs));
  if (snapshot.location) calls.set("cmi.location", plainText(snapshot.location, MOST_LOCATION));
  let isKept = snapshot.state === null || calls.set("cmi.suspend_data", snapshot.state);
  records?.write();
  // Anything else than suspend makes an LMS forget the state at the next launch.
  isKept = calls.set("cmi.exit", "suspend") && isKept;
  calls.set("cmi.progress_measure", fraction(session.isCompleted ? 1 : snapshot.progress));
  if (snapshot.score !== null && mayScore(session, snapshot)) {
    calls.set("cmi.score.min", "0");
    calls.set("cmi.score.max", "100");
    const isRaw = calls.set("cmi.score.raw", percentage(snapshot.score)) || isUnsupported(calls);
    const isScaled = calls.set("cmi.score.scaled", fraction(snapshot.score)) || isUnsupported(calls);
    isKept = isRaw && isScaled && isKept;
  }
  const completion = session.isCompleted ? "completed" : "incomplete";
  isKept = calls.set("cmi.completion_status", completion) && isKept;
  if (opened.credit && snapshot.graded && session.success !== "unknown") {
    isKept = calls.set("cmi.success_status", session.success) && isKept;
  }
  if (!calls.commit()) return false;
  return (records?.forget() ?? true) && isKept;
}
