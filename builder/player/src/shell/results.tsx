/** The outcome of one quiz: first whether it is enough, then every question. */

import type { PageId, QuestionPayload } from "../payload";
import { questionType } from "../questions";
import type { QuizRecord } from "../store";
import { CertificateLink } from "./certificate";
import { leave } from "./exit";
import { headingOf, resultOf } from "./feedback";
import { Icon } from "./icon";
import { findPage, neighbour } from "./progress";
import type { Scene } from "./scene";

interface Outcome {
  /** Whole percents: of this attempt, and of the best one. */
  percent: number;
  best: number;
  /** Points that can be earned; 0 in a quiz that only asks for opinions. */
  possible: number;
  /** It is only practice. */
  isPractice: boolean;
  needed: number | null;
  /** The course is decided by this quiz, or by this one as the last of several. */
  isDeciding: boolean;
  isPassed: boolean;
  /** Everything was answered, and it is not enough. */
  hasMissed: boolean;
  /** How many questions were not answered at all, and of how many. */
  unanswered: number;
  total: number;
  /** How many were answered, not right, and may be tried again. */
  triable: number;
  /** The first question that still has a try. */
  open: QuestionPayload | undefined;
}

export function Results({ scene, quiz }: { scene: Scene; quiz: PageId }) {
  const { payload, view, words } = scene;
  const questions = questionsOf(scene, quiz);
  const record = view.quizzes.get(quiz);
  const outcome = weigh(scene, quiz, questions, record);
  const limit = payload.quizzes[quiz]?.quizAttempts ?? null;
  const closing = outcome.unanswered ? undefined : closingText(scene, quiz, outcome);
  const attempt = record?.attempt ?? 1;
  return (
    <>
      <p class="where">
        {limit === null
          ? words("result.attempt", { n: attempt })
          : words("result.attempt_of", { n: attempt, total: limit })}
        {`. ${findPage(payload, quiz)?.title}`}
      </p>
      <h1>{words(headline(outcome))}</h1>
      <Panel scene={scene} outcome={outcome} />
      {closing && <div class="closing flow" dangerouslySetInnerHTML={{ __html: closing }} />}
      <NextSteps scene={scene} quiz={quiz} outcome={outcome} record={record} />
      <h2>{words("result.per_question")}</h2>
      <ol class="verdicts">
        {questions.map((question) => (
          <QuestionRow key={question.id} scene={scene} question={question} />
        ))}
      </ol>
    </>
  );
}

/** What the author says to whoever scored this much. */
function closingText({ payload }: Scene, quiz: PageId, { best }: Outcome): string | undefined {
  return payload.quizzes[quiz]?.feedback.find(({ from }) => best >= from * 100)?.html;
}

function questionsOf({ payload, view }: Scene, quiz: PageId): QuestionPayload[] {
  return (view.quizzes.get(quiz)?.asked ?? []).flatMap((id) => payload.questions[id] ?? []);
}

function weigh(scene: Scene, quiz: PageId, questions: readonly QuestionPayload[], record?: QuizRecord): Outcome {
  const { view, payload } = scene;
  const possible = questions.reduce((sum, question) => sum + question.points, 0);
  const earned = questions.reduce((sum, question) => sum + (view.answers.get(question.id)?.earned ?? 0), 0);
  const share = (points: number) => (possible ? Math.floor((points / possible) * 100 + 1e-6) : 0);
  const isPractice = !payload.quizzes[quiz]?.isScored;
  const needed = view.masteryScore === null || isPractice ? null : Math.round(view.masteryScore * 100);
  const best = share(Math.max(record?.best ?? 0, earned));
  const unanswered = questions.filter(({ id }) => !view.answers.has(id)).length;
  const quizzes = Object.keys(payload.quizzes).filter((id) => payload.quizzes[id]?.isScored);
  const isDeciding = quizzes.every((quiz) => quizzes.length === 1 || view.done.has(quiz));
  const isPassed = needed !== null && !unanswered && (isDeciding ? view.success === "passed" : best >= needed);
  return {
    percent: share(earned),
    best,
    possible,
    isPractice,
    needed,
    isDeciding,
    isPassed,
    hasMissed: needed !== null && !unanswered && !isPassed,
    unanswered,
    total: questions.length,
    triable: questions.filter(({ id }) => view.answers.get(id)?.final === false).length,
    open: questions.find(({ id }) => !view.answers.get(id)?.final),
  };
}

function headline({ unanswered, isPassed, hasMissed, isDeciding }: Outcome): string {
  if (unanswered) return "result.unfinished";
  if (!isDeciding || !(isPassed || hasMissed)) return "result.finished";
  return isPassed ? "result.passed" : "result.failed";
}

function Panel({ scene, outcome }: { scene: Scene; outcome: Outcome }) {
  const { words, view, payload } = scene;
  const { percent, best, possible, needed, isDeciding, isPassed, hasMissed, unanswered, total, triable } = outcome;
  const isAlmost = isDeciding && needed !== null && hasMissed && best >= 0.8 * needed;
  const isWhole =
    isDeciding && !outcome.isPractice && Object.values(payload.quizzes).filter(({ isScored }) => isScored).length > 1;
  const sentences = [
    unanswered && words("result.open", { n: unanswered }),
    outcome.isPractice && words("check.rule"),
    isAlmost && words("result.almost"),
    needed !== null && words(isDeciding && !unanswered ? "result.needed" : "start.needed", { n: needed }),
    hasMissed && triable && words("result.triable", { n: triable }),
    best > percent && words("result.best", { n: best }),
    isWhole && view.score !== null && words("result.course", { n: Math.floor(view.score * 100 + 1e-6) }),
    outcome.isPractice ? "" : keptSentence(scene),
  ];
  const look = isPassed ? "score--ok" : hasMissed ? "score--no" : "";
  return (
    <div class={`score ${look}`}>
      {unanswered ? (
        <p class="score__num">{words("result.of", { n: total - unanswered, total })}</p>
      ) : (
        possible > 0 && <p class="score__num">{percent}%</p>
      )}
      <p class="score__txt">{sentences.filter(Boolean).join(" ")}</p>
    </div>
  );
}

/** Whether the score reached the LMS, as far as is known now. */
function keptSentence({ view, words }: Scene): string {
  if (view.phase === "reviewing") return words("state.review");
  if (view.saving === "kept") return words("result.sent");
  if (view.saving === "saving") return words("state.saving") + ".";
  return words(view.saving === "local" || view.saving === "stopped" ? "result.local" : "result.not_sent");
}

interface NextStepsProps {
  scene: Scene;
  quiz: PageId;
  outcome: Outcome;
  record: QuizRecord | undefined;
}

/** One filled button for what helps most now; the rest is outlined. */
function NextSteps({ scene, quiz, outcome, record }: NextStepsProps) {
  const { payload, words, dispatch, store } = scene;
  const isCheck = findPage(payload, quiz)?.kind === "check";
  const next = neighbour(payload, quiz, 1);
  const order = record?.asked ?? [];
  const { open, unanswered, hasMissed } = outcome;
  const goesOn = open && (unanswered > 0 || hasMissed);
  const mayRetake = record?.mayRetake;
  const needsRetake = mayRetake && hasMissed;
  const isNextPlain = goesOn || needsRetake;
  const retake = (
    <button
      class={needsRetake ? "btn" : "btn btn--ghost"}
      type="button"
      onClick={() => {
        dispatch({ type: "retake", quiz });
        const { answers, quizzes } = store.view();
        location.hash = `#q-${quizzes.get(quiz)?.asked.find((id) => !answers.has(id)) ?? order[0]}`;
      }}
    >
      <Icon name="back" />
      {words(payload.quizzes[quiz]?.retakesWrong ? "result.retake_wrong" : "result.new_attempt")}
    </button>
  );
  return (
    <div class="actions">
      {goesOn && (
        <a class="btn" href={`#q-${open.id}`}>
          {words("result.to_question", { n: order.indexOf(open.id) + 1 })}
          <Icon name="next" />
        </a>
      )}
      {needsRetake && retake}
      {next ? (
        <a
          class={isNextPlain ? "btn btn--ghost" : "btn"}
          href={isCheck ? `#check_${quiz}` : `#p-${next.id}`}
        >
          {words(isCheck ? "check.back" : "nav.next", { title: next.title })}
          <Icon name="next" />
        </a>
      ) : (
        <button class={isNextPlain ? "btn btn--ghost" : "btn"} type="button" onClick={() => leave(scene)}>
          {words("nav.exit")}
        </button>
      )}
      {mayRetake && !needsRetake && retake}
      {outcome.isPassed && <CertificateLink scene={scene} />}
    </div>
  );
}

function QuestionRow({ scene, question }: { scene: Scene; question: QuestionPayload }) {
  const { payload, view, words } = scene;
  const record = view.answers.get(question.id);
  const result = record && resultOf(record.earned, record.possible);
  const lesson = question.lesson && result !== "right" ? findPage(payload, question.lesson) : undefined;
  const look = result && headingOf(question, record.answer, result === "wrong" && record.final ? "final" : result);
  const answer = record && questionType(question.type).summary(question, record.answer, words);
  return (
    <li class={`verdict verdict--${look?.look ?? "open"}`}>
      <a href={`#q-${question.id}`}>{question.text}</a>
      <p class="mark">
        {look && <Icon name={look.icon} />}
        <span>{words(look?.key ?? "quiz.not_answered")}</span>
      </p>
      {answer && <p class="verdict__answer">{words("result.answer", { answer })}</p>}
      {lesson && record && (
        <p class="verdict__reread">
          <a href={`#p-${lesson.id}`}>{words("feedback.reread", { title: lesson.title })}</a>
        </p>
      )}
    </li>
  );
}
