/** One question: the situation, the choice, and after checking the verdicts and the feedback. */

import type { QuestionPayload } from "../payload";
import { questionType } from "../questions";
import type { Answer, AnswerRecord } from "../store";
import { VerdictList } from "./choice-list";
import { Feedback } from "./feedback";
import { Icon } from "./icon";
import { findPage } from "./progress";
import type { QuestionText } from "./question-texts";
import { emptyDesk, focusOn, type Scene } from "./scene";

interface QuestionViewProps {
  scene: Scene;
  question: QuestionPayload;
  quiz: string;
}

export function QuestionView({ scene, question, quiz }: QuestionViewProps) {
  const { view, words, payload, texts, desk, dispatch, arrange } = scene;
  const text = texts.get(question.id);
  const record = desk.practised ?? view.answers.get(question.id);
  const isPractice = view.phase === "reviewing";
  const tries = payload.quizzes[quiz]?.questionAttempts ?? 1;
  const order = payload.quizzes[quiz]?.questions ?? [];
  const at = order.indexOf(question.id);
  if (!text) return null;

  const check = (answer: Answer) => {
    if (!isPractice) dispatch({ type: "answer", question: question.id, answer });
    arrange({ ...emptyDesk, practised: isPractice ? practise(question, answer, record, tries) : null });
    focusOn("#verdict");
  };
  const reveal = () => {
    if (!isPractice) dispatch({ type: "reveal", question: question.id });
    else if (record) arrange({ practised: { ...record, final: true, revealed: true } });
    focusOn("#verdict");
  };
  const retry = () => {
    arrange({ isRetrying: true });
    focusFirst();
  };
  const nextHref = at + 1 < order.length ? `#q-${order[at + 1]}` : `#r-${quiz}`;
  const nextWords = words(at + 1 < order.length ? "quiz.next" : "nav.result");
  const checked = desk.isRetrying ? undefined : record;

  return (
    <>
      <p class="where">{findPage(payload, quiz)?.title}</p>
      <h1 class="count">{words("quiz.question", { n: at + 1, total: order.length })}</h1>
      {text.situation && <div class="situation" dangerouslySetInnerHTML={{ __html: text.situation }} />}
      {checked ? (
        <>
          <Verdicts question={question} text={text} record={checked} scene={scene} />
          <Feedback
            scene={scene}
            question={question}
            record={checked}
            triesLeft={tries - checked.tries}
            next={{ href: nextHref, words: nextWords }}
            onRetry={retry}
            onReveal={reveal}
          />
        </>
      ) : (
        <Attempt question={question} text={text} earlier={record} scene={scene} onCheck={check} />
      )}
      <nav class="pager" aria-label={words("nav.questions")}>
        {at > 0 ? (
          <a class="btn btn--text" href={`#q-${order[at - 1]}`}>
            <Icon name="prev" />
            {words("nav.previous_question")}
          </a>
        ) : (
          <a class="btn btn--text" href={`#p-${quiz}`}>
            <Icon name="prev" />
            {findPage(payload, quiz)?.title}
          </a>
        )}
        {!checked?.final && (
          <a class="btn btn--text" href={nextHref}>
            {record || at + 1 === order.length ? nextWords : words("quiz.skip")}
            <Icon name="next" />
          </a>
        )}
      </nav>
    </>
  );
}

/** What an answer would have been, without telling anyone. */
function practise(
  question: QuestionPayload,
  answer: Answer,
  before: AnswerRecord | undefined,
  allowed: number,
): AnswerRecord | null {
  const score = questionType(question.type).score(question, answer);
  if (score.kind === "invalid") return null;
  const { earned, possible } = score;
  const tries = (before?.tries ?? 0) + 1;
  const final = earned >= possible || tries >= allowed;
  return { answer, latest: { answer, earned }, tries, earned, possible, final, revealed: false };
}

interface PartProps {
  scene: Scene;
  question: QuestionPayload;
  text: QuestionText;
}

function Verdicts({ scene, question, text, record }: PartProps & { record: AnswerRecord }) {
  return (
    <section class="q" aria-labelledby="prompt">
      <h2 class="prompt" id="prompt" dangerouslySetInnerHTML={{ __html: text.prompt }} />
      <VerdictList
        question={question}
        type={questionType(question.type)}
        html={(key) => text.options.get(key) ?? ""}
        chosen={record.latest.answer}
        isFinal={record.final}
        words={scene.words}
      />
    </section>
  );
}

interface AttemptProps extends PartProps {
  /** The try before this one. */
  earlier: AnswerRecord | undefined;
  onCheck(answer: Answer): void;
}

function Attempt({ scene, question, text, earlier, onCheck }: AttemptProps) {
  const { words, desk, arrange } = scene;
  const { Control, score, isMultiple } = questionType(question.type);
  const submit = (event: Event) => {
    event.preventDefault();
    if (score(question, desk.chosen).kind !== "invalid") return onCheck(desk.chosen);
    arrange({ isEmpty: true });
    focusFirst();
  };
  const html = (key: string) => {
    const option = text.options.get(key) ?? "";
    return earlier?.latest.answer.includes(key)
      ? `${option} <span class="mark">${escapeText(words("mark.earlier"))}</span>`
      : option;
  };
  return (
    <form onSubmit={submit} noValidate>
      <fieldset class="q" aria-describedby="instruction">
        <legend>
          <h2 class="prompt" dangerouslySetInnerHTML={{ __html: text.prompt }} />
        </legend>
        <p class="q__how" id="instruction">
          {words(isMultiple ? "quiz.choose_all" : "quiz.choose_one")}
        </p>
        {desk.isEmpty && (
          <p class="q__empty" id="empty">
            <Icon name="note" />
            {words("quiz.empty")}
          </p>
        )}
        <Control
          question={question}
          html={html}
          chosen={desk.chosen}
          onChange={(chosen) => arrange({ chosen, isEmpty: false })}
          name={`a-${question.id}`}
          {...(desk.isEmpty ? { describedBy: "empty", invalid: true } : {})}
        />
      </fieldset>
      {text.hint && (
        <div class="hint">
          <button
            class="btn btn--text"
            type="button"
            aria-expanded={desk.isHintOpen}
            aria-controls="hint"
            onClick={() => arrange({ isHintOpen: !desk.isHintOpen })}
          >
            {words(desk.isHintOpen ? "quiz.hint_hide" : "quiz.hint_show")}
          </button>
          <div
            class="hint__text"
            id="hint"
            hidden={!desk.isHintOpen}
            dangerouslySetInnerHTML={{ __html: text.hint }}
          />
        </div>
      )}
      <div class="actions">
        <button class="btn" type="submit">
          {words("quiz.check")}
        </button>
      </div>
    </form>
  );
}

/** Someone who tries again, or who forgot to choose, goes on at the first option. */
function focusFirst(): void {
  document.querySelector(".q legend")?.scrollIntoView({ block: "nearest" });
  focusOn(".q input");
}

function escapeText(text: string): string {
  return text.replace(/[&<]/g, (sign) => (sign === "&" ? "&amp;" : "&lt;"));
}
