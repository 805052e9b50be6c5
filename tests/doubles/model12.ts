/**
 * The data model of SCORM 1.2 as a table: who may use an element, and which values it takes
 * (Run-Time Environment 1.2, chapter 3.4).
 */

import {
  anything,
  decimal12,
  either,
  identifier12,
  line,
  oneOf,
  pattern,
  score12,
  text,
  timeOfDay12,
  timespan12,
  type Check,
} from "./checks";
import type { Model, Row } from "./run-time";

const r = (check: Check = anything): Row => ({ access: "r", check });
const w = (check: Check): Row => ({ access: "w", check });
const rw = (check: Check): Row => ({ access: "rw", check });

const STATUS = oneOf("passed", "completed", "failed", "incomplete", "browsed");
const TYPES = ["true-false", "choice", "fill-in", "matching", "performance", "sequencing", "likert", "numeric"];
const SLIDER = pattern(/^-?(\d{1,2}|100)$/);

export const model: Model = {
  "cmi._version": r(),
  "cmi.core.student_id": r(),
  "cmi.core.student_name": r(),
  "cmi.core.lesson_location": rw(line(255)),
  "cmi.core.credit": r(),
  "cmi.core.lesson_status": rw(STATUS),
  "cmi.core.entry": r(),
  "cmi.core.score.raw": rw(score12),
  "cmi.core.score.min": rw(score12),
  "cmi.core.score.max": rw(score12),
  "cmi.core.total_time": r(),
  "cmi.core.lesson_mode": r(),
  "cmi.core.exit": w(oneOf("", "suspend", "time-out", "logout")),
  "cmi.core.session_time": w(timespan12),
  "cmi.suspend_data": rw(text(4096)),
  "cmi.launch_data": r(),
  "cmi.comments": rw(text(4096)),
  "cmi.comments_from_lms": r(),
  "cmi.objectives.n.id": rw(identifier12),
  "cmi.objectives.n.score.raw": rw(score12),
  "cmi.objectives.n.score.min": rw(score12),
  "cmi.objectives.n.score.max": rw(score12),
  "cmi.objectives.n.status": rw(either(STATUS, oneOf("not attempted"))),
  "cmi.student_data.mastery_score": r(),
  "cmi.student_data.max_time_allowed": r(),
  "cmi.student_data.time_limit_action": r(),
  "cmi.student_preference.audio": rw(SLIDER),
  "cmi.student_preference.language": rw(line(255)),
  "cmi.student_preference.speed": rw(SLIDER),
  "cmi.student_preference.text": rw(oneOf("-1", "0", "1")),
  "cmi.interactions.n.id": w(identifier12),
  "cmi.interactions.n.objectives.n.id": w(identifier12),
  "cmi.interactions.n.time": w(timeOfDay12),
  "cmi.interactions.n.type": w(oneOf(...TYPES)),
  "cmi.interactions.n.correct_responses.n.pattern": w(line(255)),
  "cmi.interactions.n.weighting": w(decimal12),
  "cmi.interactions.n.student_response": w(line(255)),
  "cmi.interactions.n.result": w(either(oneOf("correct", "wrong", "unanticipated", "neutral"), decimal12)),
  "cmi.interactions.n.latency": w(timespan12),
};

/** Identifiers inside a response are single characters 0–9 and a–z. */
export const RESPONSES: Readonly<Record<string, Check>> = {
  choice: pattern(/^[0-9a-z](,[0-9a-z])*$/),
  "true-false": pattern(/^[01tf]$/),
  matching: pattern(/^[0-9a-z]\.[0-9a-z](,[0-9a-z]\.[0-9a-z])*$/),
  sequencing: pattern(/^[0-9a-z](,[0-9a-z])*$/),
  likert: pattern(/^[0-9a-z]$/),
  numeric: pattern(/^-?\d+(\.\d+)?$/),
};

export const COLLECTIONS = [
  "cmi.objectives",
  "cmi.interactions",
  "cmi.interactions.n.objectives",
  "cmi.interactions.n.correct_responses",
];
