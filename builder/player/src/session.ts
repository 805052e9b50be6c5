/** What the learner does, as a pure step from one session to the next. No clock, no page, no LMS. */

import type { Opened, Snapshot } from "./lms/transport";
import type { PageId, Payload, QuestionId, QuestionPayload } from "./payload";
import { questionType } from "./questions";
import type { Response } from "./questions/type";
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
  /** More was reached than the LMS knows of: an update of the course, or an LMS that forgot. */
  readonly hasGained: boolean;
}

/** An answer that was judged, ready to be reported. */
export interface Judged {
  question: QuestionPayload;
  response: Response;
  correct: Response;
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
      return visit(session, action.page) ?? unchanged;
    case "finish-page":
      return finishPage(session, action.page) ?? unchanged;
    case "answer":
      return answer(session, action.question, action.answer) ?? unchanged;
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
  const pages = payload.pages.filter((page) => state.done.has(page.id)).length;
  return {
    done: state.done,
    bookmark: state.bookmark,
    answers,
    quizzes: quizRecords(payload, state),
    progress: payload.pages.length === 0 ? 0 : pages / payload.pages.length,
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
function visit(session: Session, page: PageId): Step | null {
  const isPage = session.payload.pages.some((candidate) => candidate.id === page);
  if (!isPage || session.state.bookmark === page) return null;
  return { session: { ...session, state: { ...session.state, bookmark: page } }, judged: null };
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
  const step = progress(session, { answers, interactions: state.interactions + 1 });
  const latest = new Map(session.latest).set(id, { answer: given, earned });
  return {
    session: { ...step.session, latest },
    judged: {
      question,
      response: type.response(question, given),
      correct: type.correct(question),
      index: state.interactions,
      earned,
      possible: score.possible,
    },
  };
}

/** Only after a try of one's own; what was earned until then stays. */
function reveal(session: Session, id: QuestionId): Step | null {
  const kept = session.state.answers.get(id);
  const record = answerRecord(session.payload, session.state, id);
  if (!kept || !record || record.final) return null;
  return progress(session, { answers: new Map(session.state.answers).set(id, { ...kept, revealed: true }) });
}

function retake(session: Session, id: PageId): Step | null {
  const { payload, state } = session;
  const record = quizRecord(payload, state, id);
  if (!record?.mayRetake) return null;
  const again = new Set(payload.quizzes[id]?.questions);
  const answers = new Map([...state.answers].filter(([question]) => !again.has(question)));
  const quizzes = new Map(state.quizzes).set(id, { attempt: record.attempt + 1, best: record.best });
  const step = progress(session, { answers, quizzes });
  const latest = new Map([...session.latest].filter(([question]) => !again.has(question)));
  return { session: { ...step.session, latest }, judged: null };
}

function progress(session: Session, change: Partial<SavedState>): Step {
  const state = settle(session.payload, { ...session.state, ...change }, session.masteryScore);
  return { session: { ...session, state, isUnreadable: false }, judged: null };
}
