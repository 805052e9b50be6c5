/** What the answers are worth: records of questions and quizzes, score, pass or fail. Pure. */

import { asked } from "./draws";
import { isStop, type PageId, type Payload, type QuestionId } from "./payload";
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
  const isPage = payload.pages.some((page) => page.id === id);
  const quiz = isPage ? payload.quizzes[id] : undefined;
  if (!quiz) return undefined;
  const kept = state.quizzes.get(id);
  const attempt = kept?.attempt ?? 1;
  const questions = asked(payload, id, attempt, kept?.drawing ?? null);
  const records = questions.flatMap((question) => answerRecord(payload, state, question) ?? []);
  const possible = hundredths(sum(questions.map((question) => payload.questions[question]?.points ?? 0)));
  const now = hundredths(sum(records.map((record) => record.earned)));
  const before = state.build === payload.build ? (kept?.best ?? 0) : 0;
  const best = Math.min(possible, Math.max(before, now));
  const total = questions.length;
  const finished = records.length === total && records.every((record) => record.final);
  const limit = Math.min(quiz.quizAttempts ?? MOST_ATTEMPTS, MOST_ATTEMPTS);
  return {
    asked: questions,
    seed: quiz.shufflesOptions ? (kept?.drawing?.seed ?? null) : null,
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
    const record = quizRecord(payload, state, page.id);
    if (record) records.set(page.id, record);
  }
  return records;
}

/** The quizzes that count: not those for practice, nor those in which nothing can be earned. */
function scoredQuizzes(payload: Payload, quizzes: ReadonlyMap<PageId, QuizRecord>): [PageId, QuizRecord][] {
  return [...quizzes].filter(([id, record]) => payload.quizzes[id]?.isScored && record.possible > 0);
}

/**
 * The mean of what was earned of each quiz by its weight, 0..1 in steps of 0.0001; null while nothing
 * was answered. A quiz without a weight weighs its points, so that without weights points add up.
 */
export function courseScore(payload: Payload, quizzes: ReadonlyMap<PageId, QuizRecord>): number | null {
  const records = scoredQuizzes(payload, quizzes);
  const isBegun = records.some(([, record]) => record.answered > 0 || record.attempt > 1 || record.best > 0);
  if (!isBegun) return null;
  const weigh = ([id, { possible }]: [PageId, QuizRecord]) => payload.quizzes[id]?.weight ?? possible;
  const earned = sum(records.map((one) => (weigh(one) * one[1].best) / one[1].possible));
  return Math.round((earned / sum(records.map(weigh))) * 10000) / 10000;
}

/** The state with everything that follows from its answers; nothing that was reached is taken back. */
export function settle(payload: Payload, state: SavedState, masteryScore: number | null): SavedState {
  const records = quizRecords(payload, state);
  const done = new Set(state.done);
  const quizzes = new Map(state.quizzes);
  for (const [id, record] of records) {
    if (record.total > 0 && record.answered === record.total) done.add(id);
    if (record.answered > 0 || quizzes.has(id)) {
      const drawing = quizzes.get(id)?.drawing ?? null;
      quizzes.set(id, { attempt: record.attempt, best: record.best, drawing });
    }
  }
  const computed = courseScore(payload, records);
  const success = judge(payload, state, records, done, computed, masteryScore);
  const completed = state.completed || isComplete(payload, done, success);
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

/** By the rule of the course; its truth table stands in docs/lifecycle.md. */
function isComplete(payload: Payload, done: ReadonlySet<PageId>, success: SavedState["success"]): boolean {
  const { completion } = payload;
  const pages = payload.pages.filter(isStop);
  const required = completion === "view" ? pages.filter(({ kind }) => kind === "lesson") : pages;
  // A course of questions only has nothing to view: there its questions are what is required.
  const isDone = (required.length > 0 ? required : pages).every(({ id }) => done.has(id));
  return isDone && (completion !== "pass" || success === "passed");
}

/** Decides on what is earned in the course as it is now, never on a score of an earlier one. */
function judge(
  payload: Payload,
  state: SavedState,
  records: ReadonlyMap<PageId, QuizRecord>,
  done: ReadonlySet<PageId>,
  earned: number | null,
  masteryScore: number | null,
): SavedState["success"] {
  const scored = scoredQuizzes(payload, records);
  if (state.success === "passed" || masteryScore === null || scored.length === 0) return state.success;
  const isAnswered = scored.every(([id]) => done.has(id));
  if (isAnswered && isEnough(earned ?? 0, masteryScore)) return "passed";
  const isOver = scored.every(([, record]) => record.finished && !record.mayRetake);
  return isOver ? "failed" : state.success;
}

function isEnough(score: number, masteryScore: number): boolean {
  return Math.round(score * 10000) >= Math.round(masteryScore * 10000);
}

function quizOf(payload: Payload, question: QuestionId) {
  return Object.values(payload.quizzes).find(({ pools }) => pools.some((pool) => pool.questions.includes(question)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
