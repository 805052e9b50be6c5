/** What a help desk needs to know: standard, versions, state and failing calls; nothing of the learner. */

import type { Lifecycle } from "./lifecycle";
import type { Failure } from "./lms/transport";
import type { Payload } from "./payload";

interface ReportParts {
  payload: Payload;
  standard: string;
  lifecycle: Lifecycle;
  startedAt: number;
  /** Null while nothing was kept yet. */
  keptAt: number | null;
  now: number;
  failures: readonly Failure[];
}

/** One line each for the player, the course, where we are, when; then the failing calls, oldest first. */
export function report({ payload, standard, lifecycle, startedAt, keptAt, now, failures }: ReportParts): string {
  const { id, version } = payload.course;
  return [
    `lesbouwer ${standard}`,
    `${id} ${version} ${payload.build} ${payload.schema}`,
    `${lifecycle.phase}, ${lifecycle.saving}`,
    `${clock(startedAt)} > ${keptAt === null ? "-" : clock(keptAt)} > ${clock(now)}`,
    ...failures.map(({ call, code, words, at }) => `${call}: ${code} ${clock(at)} ${words}`.trim()),
  ].join("\n");
}

function clock(time: number | Date): string {
  return new Date(time).toISOString().slice(0, 19) + "Z";
}
