/** One question: the situation, the choice, and after checking the verdicts and the feedback. */

import { shuffled } from "../draws";
import type { QuestionPayload } from "../payload";
import { questionType } from "../questions";
import type { Answer, AnswerRecord } from "../store";
import { Feedback } from "./feedback";
import { Fold } from "./fold";
import { Icon } from "./icon";
import { findPage } from "./progress";
import type { QuestionText } from "./question-texts";
import { emptyDesk, focusOn, type Scene } from "./scene";

interface QuestionViewProps {
  scene: Scene;
  question: QuestionPayload;
  quiz: string;
}

export function QuestionView({ scene, question: asWritten, quiz }: QuestionViewProps) {
  const question = inOwnOrder(scene, asWritten, quiz);
  const { view, words, payload, texts, desk, dispatch, arrange } = scene;
  const text = texts.get(question.id);
  const record = desk.practised ?? view.answers.get(question.id);
  const draft = record?.final ? undefined : view.drafts.get(question.id);
  const isPractice = view.phase === "reviewing";
  const tries = payload.quizzes[quiz]?.questionAttempts ?? 1;
  const order = view.quizzes.get(quiz)?.asked ?? [];
  const at = order.indexOf(question.id);
  if (!text) return null;

  const check = (answer: Answer) => {
    if (!isPractice) dispatch({ type: "answer", question: question.id, answer });
    arrange({ ...emptyDesk, practised: isPractice ? practise(question, answer, record, tries) : null });
    showVerdict();
  };
  const reveal = () => {
    if (!isPractice) dispatch({ type: "reveal", question: question.id });
    else if (record) arrange({ practised: { ...record, final: true, revealed: true } });
    showVerdict();
  };
  const retry = () => {
    arrange({ isRetrying: true });
    focusFirst();
  };
  const nextHref = at + 1 < order.length ? `#q-${order[at + 1]}` : `#r-${quiz}`;
  const nextWords = words(at + 1 < order.length ? "quiz.next" : "nav.result");
  // Who was trying again when leaving goes on where the new answer stood.
  const checked = desk.isRetrying || (draft && !desk.practised) ? undefined : record;
  const isBegun = (checked ?? desk.answer ?? draft) !== undefined;
  const isFolded = isBegun && questionType(question.type).foldsCase === true;

  return (
    <>
      <p class="where">{findPage(payload, quiz)?.title}</p>
      <h1 class="count">{words("quiz.question", { n: at + 1, total: order.length })}</h1>
      {isFolded ? (
        // Work is under way: what may be a helpline stands under it, always open.
        text.folding && (
          <Fold look="situation-fold" head={words("quiz.case")}>
            <div dangerouslySetInnerHTML={{ __html: text.folding }} />
          </Fold>
        )
      ) : (
        text.situation && <div class="situation" dangerouslySetInnerHTML={{ __html: text.situation }} />
      )}
      {checked ? (
        <>
          <Judged question={question} text={text} record={checked} scene={scene} />
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
        <Attempt
          question={question}
          text={text}
          earlier={record?.latest.answer}
          draft={draft}
          scene={scene}
          onCheck={check}
        />
      )}
      {isFolded && text.staying && (
        <div class="situation-kept" dangerouslySetInnerHTML={{ __html: text.staying }} />
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

/** The question with its options in the order that this learner gets them in this attempt. */
function inOwnOrder({ view }: Scene, question: QuestionPayload, quiz: string): QuestionPayload {
  const { seed = null, attempt = 1 } = view.quizzes.get(quiz) ?? {};
  if (seed === null) return question;
  const order = <T extends { slot: number }>(things: readonly T[]) => shuffled(things, seed, attempt, question.slot);
  return questionType(question.type).shuffle?.(question, order) ?? question;
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

/** What every type needs to draw, whatever it draws. */
function drawingOf({ scene, question, text }: PartProps, answer: Answer) {
  const { words, view, notes } = scene;
  return {
    question,
    words,
    notes,
    answer,
    html: (key: string) => text.items.get(key) ?? "",
    answerTo: (id: string) => view.answers.get(id)?.answer,
  };
}

function Judged(props: PartProps & { record: AnswerRecord }) {
  const { question, text, record } = props;
  const { Checked } = questionType(question.type);
  return (
    <section class="q" aria-labelledby="prompt">
      <h2 class="prompt" id="prompt" dangerouslySetInnerHTML={{ __html: text.prompt }} />
      <Checked {...drawingOf(props, record.latest.answer)} isFinal={record.final} />
    </section>
  );
}

interface AttemptProps extends PartProps {
  /** The try before this one. */
  earlier: Answer | undefined;
  draft: Answer | undefined;
  onCheck(answer: Answer): void;
}

function Attempt(props: AttemptProps) {
  const { scene, question, text, earlier, draft, onCheck } = props;
  const { words, desk, arrange, dispatch } = scene;
  const type = questionType(question.type);
  const { Control, button = "quiz.check" } = type;
  const answer = desk.answer ?? draft ?? type.start?.(question, earlier) ?? [];
  const check = (given: Answer) => {
    const score = type.score(question, given);
    if (score.kind !== "invalid") return onCheck(given);
    arrange({ missing: score.key });
    focusFirst();
  };
  const change = (next: Answer) => {
    dispatch({ type: "draft", question: question.id, answer: next });
    arrange({ answer: next, missing: null });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        check(answer);
      }}
      noValidate
    >
      <fieldset class="q" aria-describedby="instruction">
        <legend>
          <h2 class="prompt" dangerouslySetInnerHTML={{ __html: text.prompt }} />
        </legend>
        <p class="q__how" id="instruction">
          {type.instruction(question, words)}
        </p>
        {desk.missing && (
          <p class="q__empty" id="missing">
            <Icon name="note" />
            {words(desk.missing)}
          </p>
        )}
        <Control
          {...drawingOf(props, answer)}
          earlier={earlier}
          onChange={change}
          onCheck={check}
          name={`a-${question.id}`}
          describedBy={desk.missing ? "missing" : "instruction"}
          invalid={desk.missing !== null}
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
      {button && (
        <div class="actions">
          <button class="btn" type="submit">
            {words(button)}
          </button>
        </div>
      )}
    </form>
  );
}

/** Focus is the announcement; on a phone the panel may begin below the fold, where nobody would look for it. */
function showVerdict(): void {
  focusOn("#verdict");
  const panel = document.querySelector(".fb");
  if (panel && panel.getBoundingClientRect().bottom > window.innerHeight) {
    panel.firstElementChild?.scrollIntoView({ block: "center" });
  }
}

/** Someone who tries again goes on at the first control, who forgot to answer at the first that lacks one. */
function focusFirst(): void {
  document.querySelector(".q legend")?.scrollIntoView({ block: "nearest" });
  const lacking = ".q [aria-invalid]";
  focusOn(document.querySelector(lacking) ? lacking : ".q input, .q select, .q textarea, .q button");
}
