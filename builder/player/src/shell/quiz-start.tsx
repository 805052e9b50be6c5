/** The page before the questions: how many, how many tries, and the way in. */

import { Icon } from "./icon";
import { findPage, neighbour } from "./progress";
import type { PageId } from "../payload";
import type { Scene } from "./scene";

export function QuizStart({ scene, page }: { scene: Scene; page: PageId }) {
  const { payload, view, words } = scene;
  const quiz = payload.quizzes[page];
  if (!quiz) return null;
  const record = view.quizzes.get(page);
  const questions = record?.asked ?? [];
  const open = questions.findIndex((question) => !view.answers.get(question)?.final);
  const target = questions[Math.max(open, 0)];
  const hasBegun = questions.some((question) => view.answers.has(question));
  const previous = neighbour(payload, page, -1);
  const isCheck = findPage(payload, page)?.kind === "check";
  const mark = view.masteryScore;
  return (
    <>
      <ul class="facts">
        <li>{words("start.questions", { n: questions.length })}</li>
        <li>{words("quiz.try", { n: quiz.questionAttempts })}</li>
        <li>
          {!quiz.isScored
            ? words("check.rule")
            : mark === null
              ? words("start.ungraded")
              : words("start.needed", { n: Math.round(mark * 100) })}
        </li>
        {quiz.quizAttempts !== null && (
          <li>{words("result.attempt_of", { n: record?.attempt ?? 1, total: quiz.quizAttempts })}</li>
        )}
      </ul>
      <div class="actions">
        {record?.finished ? (
          <a class="btn" href={`#r-${page}`}>
            {words("nav.result")}
            <Icon name="next" />
          </a>
        ) : (
          <a class="btn" href={`#q-${target}`}>
            {hasBegun ? words("result.to_question", { n: open + 1 }) : words("quiz.begin")}
            <Icon name="next" />
          </a>
        )}
      </div>
      <nav class="pager" aria-label={words("nav.pages")}>
        {previous && (
          <a class="btn btn--text" href={isCheck ? `#check_${page}` : `#p-${previous.id}`}>
            <Icon name="prev" />
            {isCheck ? words("check.back", { title: previous.title }) : previous.title}
          </a>
        )}
      </nav>
    </>
  );
}
