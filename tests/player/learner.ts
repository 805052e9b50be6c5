/** Puts payload, run-time and tracker together, and does what a learner does. */

import { createDevice } from "../../builder/player/src/lms/local";
import { scorm12 } from "../../builder/player/src/lms/scorm12";
import { scorm2004 } from "../../builder/player/src/lms/scorm2004";
import type { Transport } from "../../builder/player/src/lms/transport";
import type { Payload } from "../../builder/player/src/payload";
import type { Action, View } from "../../builder/player/src/store";
import { createTracker, type Tracker } from "../../builder/player/src/tracker";
import type { Options, StrictRunTime } from "../doubles/run-time";
import { StrictScorm12 } from "../doubles/scorm12";
import { StrictScorm2004 } from "../doubles/scorm2004";
import { FakeBrowser, FakeStorage } from "./browser";
import { course, lessonIds, questionIds, right, wrong } from "./course";

export interface Visit {
  browser: FakeBrowser;
  storage: FakeStorage;
  tracker: Tracker;
  view(): View;
  do(...actions: Action[]): void;
}

interface Parts {
  payload?: Payload;
  lms: Transport | null;
  browser?: FakeBrowser;
  storage?: FakeStorage;
}

let windows = 0;

/** Opens the course; `begin` has been called. */
export function visit({
  payload = course(),
  lms,
  browser = new FakeBrowser(),
  storage = new FakeStorage(),
}: Parts): Visit {
  windows += 1;
  const windowId = `w${String(windows).padStart(6, "0")}`;
  const tracker = createTracker({
    payload,
    lms,
    device: createDevice(() => storage as unknown as Storage, payload.course.id, lms ? windowId : ""),
    surroundings: browser,
    windowId,
  });
  tracker.begin();
  return {
    browser,
    storage,
    tracker,
    view: () => tracker.view(),
    do: (...actions) => actions.forEach((action) => tracker.dispatch(action)),
  };
}

export const give = (question: string, answer: readonly string[] | undefined): Action => ({
  type: "answer",
  question,
  answer: answer ?? [],
});
export const draft = (question: string, answer: readonly string[]): Action => ({ type: "draft", question, answer });
export const giveRight = (question: string): Action => give(question, right[question]);
export const giveWrong = (question: string): Action => give(question, wrong[question]);
export const readAll: Action[] = lessonIds.flatMap<Action>((page) => [
  { type: "visit", page },
  { type: "finish-page", page },
]);
export const allRight: Action[] = questionIds.map(giveRight);
/** Every try used up on wrong answers, when a question has two of them. */
export const allWrongTwice: Action[] = questionIds.flatMap((id) => [giveWrong(id), giveWrong(id)]);

/** A standard as the tests see it: the strict run-time, the transport, the names of elements. */
export interface Bench {
  name: string;
  make(options?: Options): StrictRunTime & { nextSession(options?: Options): StrictRunTime };
  /** The name under which the LMS puts its object on a window. */
  apiName: string;
  transport(window: unknown): Transport;
  location: string;
  exit: string;
  status: string;
  success: string | null;
  raw: string;
  sessionTime: string;
  initialize: string;
  finish: string;
}

export const benches: readonly Bench[] = [
  {
    name: "SCORM 1.2",
    make: (options) => new StrictScorm12(options),
    apiName: "API",
    transport: scorm12,
    location: "cmi.core.lesson_location",
    exit: "cmi.core.exit",
    status: "cmi.core.lesson_status",
    success: null,
    raw: "cmi.core.score.raw",
    sessionTime: "cmi.core.session_time",
    initialize: "LMSInitialize",
    finish: "LMSFinish",
  },
  {
    name: "SCORM 2004",
    make: (options) => new StrictScorm2004(options),
    apiName: "API_1484_11",
    transport: scorm2004,
    location: "cmi.location",
    exit: "cmi.exit",
    status: "cmi.completion_status",
    success: "cmi.success_status",
    raw: "cmi.score.raw",
    sessionTime: "cmi.session_time",
    initialize: "Initialize",
    finish: "Terminate",
  },
];

/** Opens the course in an LMS that is there at once. */
export function visitWith(bench: Bench, api: unknown, parts: Omit<Parts, "lms"> = {}): Visit {
  return visit({ ...parts, lms: bench.transport({ [bench.apiName]: api }) });
}

/** Values written to one element, in order. */
export function written(api: StrictRunTime, element: string): string[] {
  return api.callsOf("SetValue").flatMap(({ args }) => (args[0] === element ? [args[1] ?? ""] : []));
}

/** Names of what was written, with `commit` for each commit. */
export function order(api: StrictRunTime): string[] {
  return api.calls.flatMap(({ method, args }) =>
    method.endsWith("SetValue") ? [args[0] ?? ""] : method.endsWith("Commit") ? ["commit"] : [],
  );
}

/** Completion and success as the LMS has them; SCORM 1.2 has one field for both. */
export function outcome(bench: Bench, api: StrictRunTime): string {
  return [bench.status, bench.success].flatMap((element) => (element ? [api.report(element)] : [])).join(" ");
}
