/** What the answers are worth: records of questions and quizzes, score, pass or fail. Pure. */

import type { PageId, Payload, QuestionId } from "./payload";
import { questionType } from "./questions";
import type { SavedState } from "./state-codec";
import type { Answer, AnswerRecord, QuizRecord } from "./store";

/** An answer that was given in this session; not kept, only the best one is. */
export interface LatestTry {
  answer: Answer;
  earned: number;
}

/** Most times a quiz can be taken: its number has two digits of base 36 in the state. */
const MOST_ATTEMPTS = 36 ** 2 - 1;

/** Points in whole hundredths, so that what is kept and what is worked out are the same number. */
export function hundredths(points: number): number {
  return Math.round(points * 100) / 100;
}

/** What is known of one question, undefined while it is not answered in this attempt. */
export function answerRecord(
  payload: Payload,
  state: SavedState,
  id: QuestionId,
  latest?: LatestTry,
): AnswerRecord | undefined {
  const question = payload.questions[id];
  const kept = state.answers.get(id);
  if (!question || !kept) return undefined;
  const score = questionType(question.type).score(question, kept.answer);
  if (score.kind === "invalid") return undefined;
  const earned = hundredths(score.earned);
  const tries = Math.max(1, kept.tries);
  const allowed = quizOf(payload, id)?.questionAttempts ?? 1;
  return {
    answer: kept.answer,
    latest: latest ?? { answer: kept.answer, earned },
    tries,
    earned,
    possible: score.possible,
    final: kept.revealed || tries >= allowed || earned >= score.possible,
    revealed: kept.revealed,
  };
}

/**
 * What is known of one quiz. `best` never drops while the course stays as it is; of another build it
 * is worked out again from the answers, because the points that were kept may be of other questions.
 */
export function quizRecord(payload: Payload, state: SavedState, id: PageId): QuizRecord | undefined {
  const isQuiz = payload.pages.some((page) => page.id === id && page.kind === "quiz");
  const quiz = isQuiz ? payload.quizzes[id] : undefined;
  if (!quiz) return undefined;
  const records = quiz.questions.flatMap((question) => answerRecord(payload, state, question) ?? []);
  const possible = hundredths(sum(quiz.questions.map((question) => payload.questions[question]?.points ?? 0)));
  const now = hundredths(sum(records.map((record) => record.earned)));
  const kept = state.quizzes.get(id);
  const attempt = kept?.attempt ?? 1;
  const before = state.build === payload.build ? (kept?.best ?? 0) : 0;
  const best = Math.min(possible, Math.max(before, now));
  const total = quiz.questions.length;
  const finished = records.length === total && records.every((record) => record.final);
  const limit = Math.min(quiz.quizAttempts ?? MOST_ATTEMPTS, MOST_ATTEMPTS);
  return {
    attempt,
    best,
    possible,
    answered: records.length,
    total,
    finished,
    mayRetake: finished && best < possible && attempt < limit,
  };
}

/** All quizzes, in reading order. */
export function quizRecords(payload: Payload, state: SavedState): Map<PageId, QuizRecord> {
  const records = new Map<PageId, QuizRecord>();
  for (const page of payload.pages) {
    const record = page.kind === "quiz" ? quizRecord(payload, state, page.id) : undefined;
    if (record) records.set(page.id, record);
  }
  return records;
}

/** Best points over all possible points, 0..1 in steps of 0.0001; null while nothing was answered. */
export function courseScore(quizzes: ReadonlyMap<PageId, QuizRecord>): number | null {
  const records = [...quizzes.values()];
  const possible = sum(records.map((record) => record.possible));
  const isBegun = records.some((record) => record.answered > 0 || record.attempt > 1 || record.best > 0);
  if (!isBegun || possible === 0) return null;
  return Math.round((sum(records.map((record) => record.best)) / possible) * 10000) / 10000;
}

/** The state with everything that follows from its answers; nothing that was reached is taken back. */
export function settle(payload: Payload, state: SavedState, masteryScore: number | null): SavedState {
  const records = quizRecords(payload, state);
  const done = new Set(state.done);
  const quizzes = new Map(state.quizzes);
  for (const [id, record] of records) {
    if (record.total > 0 && record.answered === record.total) done.add(id);
    if (record.answered > 0 || quizzes.has(id)) {
      quizzes.set(id, { attempt: record.attempt, best: record.best });
    }
  }
  const computed = courseScore(records);
  const completed = state.completed || payload.pages.every((page) => done.has(page.id));
  const success = judge(state, records, done, computed, masteryScore);
  const score = scoreToReport(computed, state.score, success, masteryScore);
  return { ...state, build: payload.build, done, quizzes, score, completed, success };
}

/**
 * Never lower than before, also when an update took points away. Only who failed cannot keep a score
 * that is enough to pass: an LMS with a pass mark would make it passed.
 */
function scoreToReport(
  computed: number | null,
  before: number | null,
  success: SavedState["success"],
  masteryScore: number | null,
): number | null {
  if (computed === null || before === null) return computed ?? before;
  const best = Math.max(computed, before);
  return success === "failed" && masteryScore !== null && isEnough(best, masteryScore) ? computed : best;
}

/** Decides on what is earned in the course as it is now, never on a score of an earlier one. */
function judge(
  state: SavedState,
  records: ReadonlyMap<PageId, QuizRecord>,
  done: ReadonlySet<PageId>,
  earned: number | null,
  masteryScore: number | null,
): SavedState["success"] {
  if (state.success === "passed" || masteryScore === null || records.size === 0) return state.success;
  const isComplete = [...records.keys()].every((id) => done.has(id));
  if (isComplete && isEnough(earned ?? 0, masteryScore)) return "passed";
  const isOver = [...records.values()].every((record) => record.finished && !record.mayRetake);
  return isOver ? "failed" : state.success;
}

function isEnough(score: number, masteryScore: number): boolean {
  return Math.round(score * 10000) >= Math.round(masteryScore * 10000);
}

function quizOf(payload: Payload, question: QuestionId) {
  return Object.values(payload.quizzes).find((quiz) => quiz.questions.includes(question));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
