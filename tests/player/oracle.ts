/**
 * What a learner has reached, worked out a second time and in another way than results.ts: by keeping a
 * book of everything that happened. Only the points of a single answer are the question type's own.
 */

import type { Payload, QuizPayload } from "../../builder/player/src/payload";
import { questionType } from "../../builder/player/src/questions";
import type { Action, View } from "../../builder/player/src/store";

/** All that a quiz can ask. */
export function questionsOf(quiz: QuizPayload | undefined): string[] {
  return (quiz?.pools ?? []).flatMap(({ questions }) => questions);
}

interface Book {
  tries: number;
  cents: number;
  isOver: boolean;
}

/** One learner in one window, with an LMS that does what it should. */
export class Oracle {
  readonly done = new Set<string>();
  private readonly books = new Map<string, Book>();
  private readonly attempts = new Map<string, number>();
  private readonly bests = new Map<string, number>();
  private hasPassed = false;
  private hasFailed = false;

  constructor(private readonly payload: Payload) {}

  do(action: Action): void {
    if (action.type === "finish-page") this.finish(action.page);
    if (action.type === "answer") this.answer(action.question, action.answer);
    if (action.type === "reveal") {
      const book = this.books.get(action.question);
      if (book) book.isOver = true;
    }
    if (action.type === "retake") this.retake(action.quiz);
    for (const quiz of Object.keys(this.payload.quizzes)) if (this.isAnswered(quiz)) this.done.add(quiz);
    this.judge();
  }

  /** In the words of a view, so that both can be laid side by side. */
  summary(): Summary {
    const quizzes = Object.keys(this.payload.quizzes).map((quiz): Summary["quizzes"][number] => [
      quiz,
      this.attempts.get(quiz) ?? 1,
      this.best(quiz) / 100,
      this.possible(quiz) / 100,
    ]);
    return {
      done: [...this.done].sort(),
      answers: [...this.books].map(([id, { tries, cents, isOver }]) => [id, tries, cents / 100, isOver]).sort(),
      quizzes,
      completed: this.isComplete(),
      success: this.hasPassed ? "passed" : this.hasFailed ? "failed" : "unknown",
      score: this.score(),
    };
  }

  private isComplete(): boolean {
    const { completion, pages } = this.payload;
    const required = pages.filter(({ kind }) => completion !== "view" || kind === "lesson");
    return required.every(({ id }) => this.done.has(id)) && (completion !== "pass" || this.hasPassed);
  }

  private finish(page: string): void {
    if (!(page in this.payload.quizzes) || this.isAnswered(page)) this.done.add(page);
  }

  private answer(id: string, answer: readonly string[]): void {
    const question = this.payload.questions[id];
    const quiz = Object.values(this.payload.quizzes).find((one) => questionsOf(one).includes(id));
    const book = this.books.get(id) ?? { tries: 0, cents: 0, isOver: false };
    if (!question || !quiz || book.isOver) return;
    const score = questionType(question.type).score(question, answer);
    if (score.kind === "invalid") return;
    const tries = book.tries + 1;
    const cents = Math.max(book.cents, Math.round(score.earned * 100));
    const isOver = tries >= quiz.questionAttempts || cents >= Math.round(score.possible * 100);
    this.books.set(id, { tries, cents, isOver });
  }

  private retake(quiz: string): void {
    const { quizAttempts = null, retakesWrong } = this.payload.quizzes[quiz] ?? {};
    const questions = questionsOf(this.payload.quizzes[quiz]);
    const attempt = this.attempts.get(quiz) ?? 1;
    const isOver = questions.every((id) => this.books.get(id)?.isOver);
    const mayAgain = quizAttempts === null || attempt < quizAttempts;
    if (!isOver || !mayAgain || this.best(quiz) >= this.possible(quiz)) return;
    this.bests.set(quiz, this.best(quiz));
    this.attempts.set(quiz, attempt + 1);
    for (const id of questions) if (!(retakesWrong && this.isRight(id))) this.books.delete(id);
  }

  private judge(): void {
    const mark = this.payload.masteryScore;
    const quizzes = this.counting();
    if (mark === null || quizzes.length === 0) return;
    this.hasPassed ||= quizzes.every(([quiz]) => this.done.has(quiz)) && (this.score() ?? 0) >= mark;
    const isSpent = ([quiz, one]: (typeof quizzes)[number]) =>
      questionsOf(one).every((id) => this.books.get(id)?.isOver) &&
      (this.best(quiz) >= this.possible(quiz) || (this.attempts.get(quiz) ?? 1) >= (one.quizAttempts ?? Infinity));
    this.hasFailed ||= quizzes.every(isSpent);
  }

  /** The quizzes that are no practice. */
  private counting(): [string, QuizPayload][] {
    return Object.entries(this.payload.quizzes).filter(([quiz, { isScored }]) => isScored && this.possible(quiz) > 0);
  }

  private score(): number | null {
    const counting = this.counting();
    const isBegun = ([quiz, one]: [string, QuizPayload]) =>
      this.attempts.has(quiz) || questionsOf(one).some((id) => this.books.has(id));
    if (!counting.some(isBegun)) return null;
    const shares = counting.map(([quiz, { weight }]) => {
      const possible = this.possible(quiz);
      return { share: this.best(quiz) / possible, weight: weight ?? possible / 100 };
    });
    const all = shares.reduce((sum, { weight }) => sum + weight, 0);
    const earned = shares.reduce((sum, { share, weight }) => sum + share * weight, 0);
    return Math.round((earned / all) * 10_000) / 10_000;
  }

  private isRight(id: string): boolean {
    const points = this.payload.questions[id]?.points ?? 0;
    return (this.books.get(id)?.cents ?? -1) >= Math.round(points * 100);
  }

  private best(quiz: string): number {
    const questions = questionsOf(this.payload.quizzes[quiz]);
    const now = questions.reduce((sum, id) => sum + (this.books.get(id)?.cents ?? 0), 0);
    return Math.max(now, this.bests.get(quiz) ?? 0);
  }

  private possible(quiz: string): number {
    const questions = questionsOf(this.payload.quizzes[quiz]);
    return questions.reduce((sum, id) => sum + Math.round((this.payload.questions[id]?.points ?? 0) * 100), 0);
  }

  private isAnswered(quiz: string): boolean {
    return questionsOf(this.payload.quizzes[quiz]).every((id) => this.books.has(id));
  }
}

export interface Summary {
  done: string[];
  /** Question, tries, points, over. */
  answers: (string | number | boolean)[][];
  /** Quiz, attempt, best points, of how many. */
  quizzes: [string, number, number, number][];
  completed: boolean;
  success: View["success"];
  score: number | null;
}

export function summaryOf(view: View): Summary {
  return {
    done: [...view.done].sort(),
    answers: [...view.answers].map(([id, { tries, earned, final }]) => [id, tries, earned, final]).sort(),
    quizzes: [...view.quizzes].map(([quiz, { attempt, best, possible }]) => [quiz, attempt, best, possible]),
    completed: view.completed,
    success: view.success,
    score: view.score,
  };
}

/** What `after` has less than `before`, in words; "" when it is nothing. */
export function lessThan(before: Summary, after: Summary): string {
  for (const page of before.done) if (!after.done.includes(page)) return `${page} is not done any more`;
  for (const [quiz, attempt, best, possible] of before.quizzes) {
    const [, now = 0, bestNow = 0, possibleNow = 0] = after.quizzes.find(([other]) => other === quiz) ?? [];
    if (now < attempt) return `${quiz}: attempt ${attempt} became ${now}`;
    // Another draw may be worth less as a whole; then the share is what may not drop.
    const isLess = bestNow < best - 1e-9 && bestNow * possible < best * possibleNow - 1e-9;
    if (isLess) return `${quiz}: best ${best} became ${bestNow}`;
  }
  if (before.completed && !after.completed) return "not complete any more";
  if (before.success === "passed" && after.success !== "passed") return `passed became ${after.success}`;
  if (before.success === "failed" && after.success === "unknown") return "failed became unknown";
  return "";
}

/** The same, and for answers of one attempt also those. */
export function answersLessThan(payload: Payload, before: Summary, after: Summary): string {
  const attemptOf = (summary: Summary, id: unknown) =>
    summary.quizzes.find(([quiz]) => questionsOf(payload.quizzes[quiz]).includes(String(id)))?.[1];
  for (const [id, tries, earned] of before.answers) {
    if (attemptOf(before, id) !== attemptOf(after, id)) continue;
    const now = after.answers.find(([other]) => other === id);
    if (!now) return `${id} is not answered any more`;
    if (Number(now[2]) < Number(earned) - 1e-9) return `${id}: ${earned} points became ${now[2]}`;
    if (Number(now[1]) < Number(tries)) return `${id}: ${tries} tries became ${now[1]}`;
  }
  return "";
}
