/**
 * The data model of SCORM 2004 as a table: who may use an element, and which values it takes
 * (Run-Time Environment book, chapter 4).
 */

import {
  anything,
  between,
  decimal2004,
  distinct,
  either,
  identifier2004,
  interval2004,
  line,
  list,
  localized,
  oneOf,
  pair,
  pattern,
  shortIdentifier,
  text,
  timestamp2004,
  type Check,
} from "./checks";
import type { Model, Row } from "./run-time";

const r = (check: Check = anything): Row => ({ access: "r", check });
const w = (check: Check): Row => ({ access: "w", check });
const rw = (check: Check): Row => ({ access: "rw", check });

const COMPLETION = oneOf("completed", "incomplete", "not attempted", "unknown");
const SUCCESS = oneOf("passed", "failed", "unknown");
const NUMERIC = pattern(/^-?\d{1,5}(\.\d{1,18})?$/);
const NAVIGATION = either(
  oneOf("continue", "previous", "exit", "exitAll", "abandon", "abandonAll", "suspendAll"),
  pattern(/^\{target=[A-Za-z_][\w.-]*\}(choice|jump)$/),
);

export const model: Model = {
  "cmi._version": r(),
  "cmi.comments_from_learner.n.comment": rw(localized(4000)),
  "cmi.comments_from_learner.n.location": rw(line(250)),
  "cmi.comments_from_learner.n.timestamp": rw(timestamp2004),
  "cmi.completion_status": rw(COMPLETION),
  "cmi.completion_threshold": r(),
  "cmi.credit": r(),
  "cmi.entry": r(),
  "cmi.exit": w(oneOf("time-out", "suspend", "logout", "normal", "")),
  "cmi.interactions.n.id": rw(identifier2004),
  "cmi.interactions.n.type": rw(
    oneOf(
      "true-false",
      "choice",
      "fill-in",
      "long-fill-in",
      "matching",
      "performance",
      "sequencing",
      "likert",
      "numeric",
      "other",
    ),
  ),
  "cmi.interactions.n.objectives.n.id": rw(identifier2004),
  "cmi.interactions.n.timestamp": rw(timestamp2004),
  "cmi.interactions.n.correct_responses.n.pattern": rw(anything),
  "cmi.interactions.n.weighting": rw(decimal2004),
  "cmi.interactions.n.learner_response": rw(anything),
  "cmi.interactions.n.result": rw(either(oneOf("correct", "incorrect", "unanticipated", "neutral"), decimal2004)),
  "cmi.interactions.n.latency": rw(interval2004),
  "cmi.interactions.n.description": rw(localized(250)),
  "cmi.launch_data": r(),
  "cmi.learner_id": r(),
  "cmi.learner_name": r(),
  "cmi.learner_preference.audio_level": rw(decimal2004),
  "cmi.learner_preference.language": rw(line(250)),
  "cmi.learner_preference.delivery_speed": rw(decimal2004),
  "cmi.learner_preference.audio_captioning": rw(oneOf("-1", "0", "1")),
  "cmi.location": rw(text(1000)),
  "cmi.max_time_allowed": r(),
  "cmi.mode": r(),
  "cmi.objectives.n.id": rw(identifier2004),
  "cmi.objectives.n.score.scaled": rw(decimal2004),
  "cmi.objectives.n.score.raw": rw(decimal2004),
  "cmi.objectives.n.score.min": rw(decimal2004),
  "cmi.objectives.n.score.max": rw(decimal2004),
  "cmi.objectives.n.success_status": rw(SUCCESS),
  "cmi.objectives.n.completion_status": rw(COMPLETION),
  "cmi.objectives.n.progress_measure": rw(decimal2004),
  "cmi.objectives.n.description": rw(localized(250)),
  "cmi.progress_measure": rw(decimal2004),
  "cmi.scaled_passing_score": r(),
  "cmi.score.scaled": rw(decimal2004),
  "cmi.score.raw": rw(decimal2004),
  "cmi.score.min": rw(decimal2004),
  "cmi.score.max": rw(decimal2004),
  "cmi.session_time": w(interval2004),
  "cmi.success_status": rw(SUCCESS),
  "cmi.suspend_data": rw(text(64000)),
  "cmi.time_limit_action": r(),
  "cmi.total_time": r(),
  "adl.nav.request": rw(NAVIGATION),
  "adl.nav.request_valid.continue": r(),
  "adl.nav.request_valid.previous": r(),
};

/** Ranges have an error of their own: 407. */
export const RANGES: Readonly<Record<string, Check>> = {
  "cmi.score.scaled": between(-1, 1),
  "cmi.objectives.n.score.scaled": between(-1, 1),
  "cmi.progress_measure": between(0, 1),
  "cmi.objectives.n.progress_measure": between(0, 1),
  "cmi.learner_preference.audio_level": between(0, 99999),
  "cmi.learner_preference.delivery_speed": between(0, 99999),
};

interface ResponseRule {
  response: Check;
  pattern: Check;
  /** How many patterns a record may have. */
  most: number;
}

const same = (check: Check, most = 10): ResponseRule => ({ response: check, pattern: check, most });
const withoutSettings = (value: string): string =>
  value.replace(/^(\{(case_matters|order_matters)=(true|false)\})+/, "");
const gaps = list("[,]", 10, line(250));

export const RESPONSES: Readonly<Record<string, ResponseRule>> = {
  choice: same(distinct("[,]", 36, shortIdentifier)),
  "true-false": same(oneOf("true", "false"), 1),
  "fill-in": { response: gaps, pattern: (value) => gaps(withoutSettings(value)), most: 5 },
  "long-fill-in": { response: line(4000), pattern: (value) => line(4000)(withoutSettings(value)), most: 5 },
  matching: same(list("[,]", 36, pair), 5),
  sequencing: same(list("[,]", 36, shortIdentifier), 5),
  performance: same(list("[,]", 250, pair), 5),
  likert: same(shortIdentifier, 1),
  numeric: {
    response: NUMERIC,
    pattern: either(NUMERIC, pattern(/^-?\d{1,5}(\.\d{1,18})?\[:\]-?\d{1,5}(\.\d{1,18})?$/)),
    most: 1,
  },
  other: same(line(4000), 1),
};

/** Collections whose records begin with a part that everything else needs. */
export const FIRST_PARTS: Readonly<Record<string, string>> = { "cmi.interactions": "id", "cmi.objectives": "id" };
export const COLLECTIONS = [
  "cmi.comments_from_learner",
  "cmi.interactions",
  "cmi.interactions.n.objectives",
  "cmi.interactions.n.correct_responses",
  "cmi.objectives",
];
