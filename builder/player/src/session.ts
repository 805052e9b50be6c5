/** What the learner does, as a pure step from one session to the next. No clock, no page, no LMS. */

import { draw, needsDrawing, SEEDS } from "./draws";
import type { Opened, Snapshot } from "./lms/transport";
import { isStop, type PageId, type Payload, type QuestionId, type QuestionPayload } from "./payload";
import { questionType } from "./questions";
import type { Pattern, Response } from "./questions/type";
import { answerRecord, hundredths, quizRecord, quizRecords, settle, type LatestTry } from "./results";
import { decode, emptyState, encode, type SavedState } from "./state-codec";
import type { Action, Answer, AnswerRecord, SavingView, View } from "./store";

export interface Session {
  readonly payload: Payload;
  /** Review or browse: everything can be read, nothing changes. */
  readonly isReadOnly: boolean;
  /** Pass mark in force 0..1, null when the course is not graded. */
  readonly masteryScore: number | null;
  readonly state: SavedState;
  /** The kept text could not be read. It stands until the learner makes progress. */
  readonly isUnreadable: boolean;
  readonly latest: ReadonlyMap<QuestionId, LatestTry>;
  /** What is not checked yet, of all questions of this session; only the latest is kept. */
  readonly drafts: ReadonlyMap<QuestionId, Answer>;
  /** More was reached than the LMS knows of: an update of the course, or an LMS that forgot. */
  readonly hasGained: boolean;
}

/** An answer that was judged, ready to be reported. */
export interface Judged {
  question: QuestionPayload;
  /** Null reports nothing. */
  response: Response | null;
  correct: readonly Pattern[];
  /** How many were judged before it, over all sessions. */
  index: number;
  earned: number;
  possible: number;
}

export interface Step {
  readonly session: Session;
  readonly judged: Judged | null;
}

type Started = Pick<Opened, "mode" | "state" | "location" | "masteryScore" | "score" | "completed" | "passed">;

/** What a session starts from when nobody tells anything. */
export const nothingKept: Started = {
  mode: "normal",
  state: "",
  location: "",
  masteryScore: null,
  score: null,
  completed: false,
  passed: false,
};

/** A session from what was kept. What the LMS says was reached stays reached. */
export function startSession(payload: Payload, opened: Started): Session {
  const decoded = decode(opened.state, payload);
  const kept = decoded.kind === "state" ? decoded.state : emptyState;
  const isGraded = payload.masteryScore !== null;
  const masteryScore = isGraded ? (opened.masteryScore ?? payload.masteryScore) : null;
  const isPage = payload.pages.some((page) => page.id === opened.location);
  const state: SavedState = {
    ...kept,
    bookmark: kept.bookmark ?? (isPage ? opened.location : null),
    score: opened.score === null ? kept.score : Math.max(opened.score, kept.score ?? 0),
    completed: kept.completed || opened.completed,
    success: opened.passed && isGraded ? "passed" : kept.success,
  };
  const settled = settle(payload, state, masteryScore);
  return {
    payload,
    isReadOnly: opened.mode !== "normal",
    masteryScore,
    state: settled,
    isUnreadable: decoded.kind === "unreadable",
    latest: new Map(),
    drafts: new Map(settled.draft ? [[settled.draft.question, settled.draft.answer]] : []),
    hasGained:
      settled.completed !== state.completed ||
      settled.success !== state.success ||
      settled.score !== state.score ||
      (settled.success === "passed" && !opened.passed) ||
      (settled.completed && !opened.completed && !opened.passed),
  };
}

/** The session after an action. The very same session means: nothing happened. */
export function apply(session: Session, action: Action): Step {
  const unchanged: Step = { session, judged: null };
  if (session.isReadOnly) return unchanged;
  switch (action.type) {
    case "visit":
      return visit(session, action.page, action.chance ?? 0) ?? unchanged;
    case "finish-page":
      return finishPage(session, action.page) ?? unchanged;
    case "answer":
      return answer(session, action.question, action.answer) ?? unchanged;
    case "draft":
      return draft(session, action.question, action.answer) ?? unchanged;
    case "reveal":
      return reveal(session, action.question) ?? unchanged;
    case "retake":
      return retake(session, action.quiz) ?? unchanged;
    default:
      return unchanged;
  }
}

/** The state as text; null leaves a kept text that could not be read alone, until there is progress. */
export function stateText(session: Session): string | null {
  return session.isUnreadable ? null : encode(session.state, session.payload);
}

/** The part of the view that follows from the session alone. */
export function sessionView(session: Session): Omit<View, keyof SavingView> {
  const { payload, state, masteryScore } = session;
  const answers = new Map<QuestionId, AnswerRecord>();
  for (const id of state.answers.keys()) {
    const record = answerRecord(payload, state, id, session.latest.get(id));
    if (record) answers.set(id, record);
  }
  const stops = payload.pages.filter(isStop);
  const pages = stops.filter((page) => state.done.has(page.id)).length;
  return {
    done: state.done,
    bookmark: state.bookmark,
    answers,
    drafts: session.drafts,
    quizzes: quizRecords(payload, state),
    progress: stops.length === 0 ? 0 : pages / stops.length,
    completed: state.completed,
    success: masteryScore === null ? "unknown" : state.success,
    score: state.score,
    masteryScore,
  };
}

/** Everything that is worth telling an LMS. */
export function snapshot(session: Session, sessionMs: number): Snapshot {
  const { bookmark, progress, completed, success, score, masteryScore } = sessionView(session);
  return {
    location: bookmark ?? "",
    state: stateText(session),
    progress,
    completed,
    success,
    score,
    graded: masteryScore !== null,
    sessionMs,
  };
}

/** A place is not progress: it never replaces a state that could not be read. */
function visit(session: Session, page: PageId, chance: number): Step | null {
  const isPage = session.payload.pages.some((candidate) => candidate.id === page);
  const state = isPage ? drawn({ ...session.state, bookmark: page }, session.payload, page, chance) : session.state;
  if (state.bookmark === session.state.bookmark && state.quizzes === session.state.quizzes) return null;
  return { session: { ...session, state }, judged: null };
}

/** A quiz that draws by lot draws once, when it is opened for the first time. */
function drawn(state: SavedState, payload: Payload, id: PageId, chance: number): SavedState {
  const quiz = payload.quizzes[id];
  const before = state.quizzes.get(id);
  if (!quiz || !needsDrawing(quiz) || before?.drawing) return state;
  const attempt = before?.attempt ?? 1;
  const seed = Math.floor(chance * SEEDS) % SEEDS;
  // What was answered before there was a draw, in an earlier version of the course, stays.
  const { drawn, seen } = draw(payload, id, seed, attempt, state.seen, new Set(state.answers.keys()));
  const quizzes = new Map(state.quizzes).set(id, { attempt, best: before?.best ?? 0, drawing: { seed, drawn } });
  return { ...state, seen, quizzes };
}

/** A quiz is done by answering, a lesson by reaching its end. */
function finishPage(session: Session, id: PageId): Step | null {
  const page = session.payload.pages.find((candidate) => candidate.id === id);
  if (!page || session.state.done.has(id)) return null;
  const quiz = quizRecord(session.payload, session.state, id);
  if (quiz && quiz.answered < quiz.total) return null;
  return progress(session, { done: new Set(session.state.done).add(id) });
}

function answer(session: Session, id: QuestionId, given: Answer): Step | null {
  const { payload, state } = session;
  const question = payload.questions[id];
  if (!question) return null;
  const before = answerRecord(payload, state, id);
  const type = questionType(question.type);
  const score = type.score(question, given);
  if (before?.final || score.kind === "invalid") return null;
  const earned = hundredths(score.earned);
  const isBest = !before || earned >= before.earned;
  const answers = new Map(state.answers).set(id, {
    answer: isBest ? given : before.answer,
    tries: (before?.tries ?? 0) + 1,
    revealed: false,
  });
  const response = type.response(question, given);
  const interactions = state.interactions + (response ? 1 : 0);
  const step = progress(withoutDrafts(session, new Set([id])), { answers, interactions });
  const latest = new Map(session.latest).set(id, { answer: given, earned });
  return {
    session: { ...step.session, latest },
    judged: {
      question,
      response,
      correct: type.correct(question),
      index: state.interactions,
      earned,
      possible: score.possible,
    },
  };
}

/** Work in progress is no progress: it never replaces a state that could not be read. */
function draft(session: Session, id: QuestionId, given: Answer): Step | null {
  if (!session.payload.questions[id] || answerRecord(session.payload, session.state, id)?.final) return null;
  if (given.length === 0) {
    return session.drafts.has(id) ? { session: withoutDrafts(session, new Set([id])), judged: null } : null;
  }
  const drafts = new Map(session.drafts).set(id, given);
  const state = { ...session.state, draft: { question: id, answer: given } };
  return { session: { ...session, state, drafts }, judged: null };
}

function withoutDrafts(session: Session, questions: ReadonlySet<QuestionId>): Session {
  const drafts = new Map([...session.drafts].filter(([id]) => !questions.has(id)));
  const kept = session.state.draft;
  const state = { ...session.state, draft: kept && questions.has(kept.question) ? null : kept };
  return { ...session, state, drafts };
}

/** Only after a try of one's own; what was earned until then stays. */
function reveal(session: Session, id: QuestionId): Step | null {
  const kept = session.state.answers.get(id);
  const record = answerRecord(session.payload, session.state, id);
  if (!kept || !record || record.final) return null;
  const answers = new Map(session.state.answers).set(id, { ...kept, revealed: true });
  return progress(withoutDrafts(session, new Set([id])), { answers });
}

function retake(session: Session, id: PageId): Step | null {
  const { payload, state } = session;
  const record = quizRecord(payload, state, id);
  if (!record?.mayRetake) return null;
  const keepsRight = payload.quizzes[id]?.retakesWrong;
  const isRight = (question: QuestionId) => {
    const answered = answerRecord(payload, state, question);
    return answered !== undefined && answered.earned >= answered.possible;
  };
  const kept = new Set(record.asked.filter((question) => keepsRight && isRight(question)));
  const again = new Set(record.asked.filter((question) => !kept.has(question)));
  const answers = new Map([...state.answers].filter(([question]) => !again.has(question)));
  const attempt = record.attempt + 1;
  const seed = state.quizzes.get(id)?.drawing?.seed;
  const next = draw(payload, id, seed ?? 0, attempt, state.seen, kept);
  const drawing = seed === undefined ? null : { seed, drawn: next.drawn };
  const quizzes = new Map(state.quizzes).set(id, { attempt, best: record.best, drawing });
  const seen = drawing ? next.seen : state.seen;
  const step = progress(withoutDrafts(session, again), { answers, quizzes, seen });
  const latest = new Map([...session.latest].filter(([question]) => !again.has(question)));
  return { session: { ...step.session, latest }, judged: null };
}

function progress(session: Session, change: Partial<SavedState>): Step {
  const state = settle(session.payload, { ...session.state, ...change }, session.masteryScore);
  return { session: { ...session, state, isUnreadable: false }, judged: null };
}
