/** Two states of one learner made into one, in which nothing is less than it was in either. Pure. */

import type { PageId, Payload, QuestionId } from "./payload";
import { questionType } from "./questions";
import { answerRecord, quizRecord, settle } from "./results";
import type { Judged, Session } from "./session";
import { decode, encode, type AnswerState, type SavedState } from "./state-codec";

/** The highest first. */
const OUTCOMES = ["passed", "failed"] as const;

/** The session with what another state has more; the very same session when that is nothing. */
export function merge(session: Session, other: SavedState): Session {
  const { payload, masteryScore, state: mine } = session;
  if (session.isReadOnly) return session;
  // Of another build the best points are worked out first, so that both count in the same coin.
  const theirs = settle(payload, other, masteryScore);
  const answers = new Map<QuestionId, AnswerState>();
  const quizzes = new Map([...theirs.quizzes, ...mine.quizzes]);
  for (const [id, quiz] of Object.entries(payload.quizzes)) {
    const [left, right] = [quizRecord(payload, mine, id), quizRecord(payload, theirs, id)];
    if (!left || !right) continue;
    const attempt = Math.max(left.attempt, right.attempt);
    // Who begins anew answers anew: of two attempts the later one stands, with the best points of both.
    const isMine = left.attempt === attempt;
    const isTheirs = right.attempt === attempt;
    for (const question of quiz.pools.flatMap(({ questions }) => questions)) {
      const best = better(session, isMine ? mine : null, isTheirs ? theirs : null, question);
      if (best) answers.set(question, best);
    }
    if (!quizzes.has(id)) continue;
    // Of two draws for one attempt the one that went best stands: of the other only the points are left.
    const isAhead = right.best * left.possible > left.best * right.possible;
    const [ours = null, other = null] = [mine, theirs].map((one) => one.quizzes.get(id)?.drawing);
    const drawing = isTheirs && (!isMine || (other && (!ours || isAhead))) ? other : ours;
    quizzes.set(id, { attempt, best: Math.max(left.best, right.best), drawing });
  }
  const merged = settle(
    payload,
    {
      ...mine,
      done: new Set<PageId>([...theirs.done, ...mine.done]),
      bookmark: mine.bookmark ?? theirs.bookmark,
      quizzes,
      answers,
      seen: new Set([...theirs.seen, ...mine.seen]),
      score: mine.score === null ? theirs.score : Math.max(mine.score, theirs.score ?? 0),
      completed: mine.completed || theirs.completed,
      success: OUTCOMES.find((one) => mine.success === one || theirs.success === one) ?? "unknown",
    },
    masteryScore,
  );
  if (work(merged, payload) === work(mine, payload)) return session;
  const interactions = Math.max(mine.interactions, theirs.interactions);
  return { ...session, state: { ...merged, interactions }, isUnreadable: false };
}

/** What was worked for: not where the learner was, nor what was drawn. */
function work(state: SavedState, payload: Payload): string {
  const begun = [...state.quizzes].filter(([, { attempt, best }]) => attempt > 1 || best > 0);
  const quizzes = new Map(begun.map(([id, quiz]) => [id, { ...quiz, drawing: null }]));
  return encode({ ...state, quizzes, bookmark: null, seen: new Set() }, payload);
}

/** The same for a state as text; one that cannot be read adds nothing. */
export function mergeText(session: Session, text: string): Session {
  const decoded = decode(text, session.payload);
  return decoded.kind === "state" ? merge(session, decoded.state) : session;
}

/** The better answer of two, of equal ones mine; what both used up and gave away counts for it. */
function better(
  { payload }: Session,
  mine: SavedState | null,
  theirs: SavedState | null,
  id: QuestionId,
): AnswerState | undefined {
  const left = mine?.answers.get(id);
  const right = theirs?.answers.get(id);
  if (!mine || !theirs || !left || !right) return left ?? right;
  const earned = (state: SavedState) => answerRecord(payload, state, id)?.earned ?? -1;
  return {
    ...(earned(theirs) > earned(mine) ? right : left),
    tries: Math.max(left.tries, right.tries),
    revealed: left.revealed || right.revealed,
  };
}

/** The answers that came in by a merge, to be reported as if they were given now. */
export function judgedBetween(before: Session, after: Session): { session: Session; judged: Judged[] } {
  const { payload, state } = after;
  const judged: Judged[] = [];
  for (const [id, { answer }] of state.answers) {
    const question = payload.questions[id];
    const record = answerRecord(payload, state, id);
    if (!question || !record || before.state.answers.get(id)?.answer === answer) continue;
    const type = questionType(question.type);
    const response = type.response(question, answer);
    if (!response) continue;
    judged.push({
      question,
      response,
      correct: type.correct(question),
      index: state.interactions + judged.length,
      earned: record.earned,
      possible: record.possible,
    });
  }
  const interactions = state.interactions + judged.length;
  return { session: { ...after, state: { ...state, interactions } }, judged };
}
