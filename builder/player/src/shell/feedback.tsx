/** The panel under a checked question: why, where to read it again, and what to do next. */

import type { QuestionPayload } from "../payload";
import { questionType } from "../questions";
import type { Explanation, Heading } from "../questions/type";
import type { Answer, AnswerRecord } from "../store";
import { Icon } from "./icon";
import { findPage } from "./progress";
import type { Scene } from "./scene";
import type { Words } from "./words";

export type Result = "right" | "partial" | "wrong";

/** How good an answer is. */
export function resultOf(earned: number, possible: number): Result {
  return earned >= possible ? "right" : earned > 0 ? "partial" : "wrong";
}

const LOOKS: Record<Result | "final" | "answer", Heading> = {
  right: { look: "ok", icon: "check", key: "feedback.correct" },
  partial: { look: "part", icon: "half", key: "feedback.partial" },
  wrong: { look: "no", icon: "cross", key: "feedback.incorrect" },
  final: { look: "no", icon: "cross", key: "feedback.final" },
  answer: { look: "plain", icon: "check", key: "feedback.answer" },
};

/** What is said of an answer: in the words of the question's type, else by the points. */
export function headingOf(question: QuestionPayload, answer: Answer, result: Result | "final" | "answer"): Heading {
  return questionType(question.type).heading?.(question, answer) ?? LOOKS[result];
}

interface FeedbackProps {
  scene: Scene;
  question: QuestionPayload;
  record: AnswerRecord;
  triesLeft: number;
  next: { href: string; words: string };
  onRetry(): void;
  onReveal(): void;
}

/** Its heading, #verdict, takes focus when the learner asked for it: that is the announcement. */
export function Feedback({ scene, question, record, triesLeft, next, onRetry, onReveal }: FeedbackProps) {
  const { words, payload } = scene;
  const result = resultOf(record.latest.earned, record.possible);
  const isAnswer = record.final && (record.revealed || result === "wrong");
  const { look, icon, key } = headingOf(question, record.latest.answer, isAnswer ? "answer" : result);
  const { explain, again = "quiz.retry", reveal = "quiz.reveal" } = questionType(question.type);
  const lesson = question.lesson && result !== "right" && findPage(payload, question.lesson);
  return (
    <section class={`fb fb--${look}`} aria-labelledby="verdict">
      <h3 class="fb__head" id="verdict" tabIndex={-1}>
        <Icon name={icon} />
        {words(key)}
      </h3>
      <Explanations words={words} parts={explain(question, record.latest.answer, record.final, words)} />
      {lesson && (
        <p>
          <a href={`#p-${lesson.id}`}>{words("feedback.reread", { title: lesson.title })}</a>
        </p>
      )}
      <div class="actions">
        {record.final ? (
          <a class="btn" href={next.href}>
            {next.words}
            <Icon name="next" />
          </a>
        ) : (
          <>
            <button class="btn" type="button" onClick={onRetry}>
              <Icon name="back" />
              {words(again)}
            </button>
            <button class="btn btn--ghost" type="button" onClick={onReveal}>
              {words(reveal)}
            </button>
          </>
        )}
      </div>
      {!record.final && <p class="quiet">{words("quiz.attempts", { n: triesLeft })}</p>}
    </section>
  );
}

/** First why the right answer is right; what was answered instead comes after it, under its own heading. */
function Explanations({ parts, words }: { parts: readonly Explanation[]; words: Words }) {
  const yours = parts.filter(({ isAboutYours }) => isAboutYours);
  const others = parts.filter(({ isAboutYours }) => !isAboutYours);
  if (yours.length === 0 || others.length === 0) return <Reasons parts={parts} />;
  return (
    <>
      <Reasons parts={others} />
      <h4 class="fb__yours">{words("feedback.yours")}</h4>
      <Reasons parts={yours} />
    </>
  );
}

/** One explanation stands alone; several each follow the words of what they explain. */
function Reasons({ parts }: { parts: readonly Explanation[] }) {
  const [first] = parts;
  if (!first) return null;
  if (parts.length === 1) return <div class="fb__why" dangerouslySetInnerHTML={{ __html: first.html }} />;
  return (
    <dl class="fb__list">
      {parts.map(({ label, html }, place) => (
        <div key={place}>
          <dt>{label}</dt>
          <dd dangerouslySetInnerHTML={{ __html: html }} />
        </div>
      ))}
    </dl>
  );
}
