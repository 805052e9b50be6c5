/** How a conversation of steps is held, shown afterwards and explained; what an answer means is in conversation.ts. */

import { Fold } from "../shell/fold";
import { Icon } from "../shell/icon";
import type { Words } from "../shell/words";
import type { Answer } from "../store";
import {
  choicesAt,
  decode,
  encode,
  percentOf,
  play,
  score,
  UNDONE,
  type BranchingPayload,
  type ConversationChoice,
  type Move,
} from "./conversation";
import { Mark } from "./mark";
import type { CheckedProps, ControlProps, Explanation, Heading, Pair, QuestionType } from "./type";

interface LinesProps {
  choice: ConversationChoice;
  html(key: string): string;
  words: Words;
  /** Key of the word over what is said. */
  who?: string;
  isUndone?: boolean;
  /** It was done last: where the focus goes. */
  isHere?: boolean;
}

/** What is said, what comes back, and that it was taken back. */
function Lines({ choice: { key, to }, html, words, who = "block.me", isUndone, isHere }: LinesProps) {
  const here = isHere ? { "data-here": "", tabIndex: -1 } : {};
  return (
    <dl class="says">
      <div class="me">
        <dt>{words(who)}</dt>
        <dd dangerouslySetInnerHTML={{ __html: html(key) }} />
      </div>
      <div class={to ? "" : "is-detour"} {...(isUndone ? {} : here)}>
        <dt>{words(to ? "dialogue.reply" : "dialogue.detour")}</dt>
        <dd dangerouslySetInnerHTML={{ __html: html(`${key}/reply`) }} />
      </div>
      {isUndone && (
        <div class="me" {...here}>
          <dt>{words("block.me")}</dt>
          <dd>{words("dialogue.back")}</dd>
        </div>
      )}
    </dl>
  );
}

function Control(props: ControlProps<BranchingPayload>) {
  const { question, answer, earlier = [], html, words, name, onChange, onCheck } = props;
  const { moves, path, here, ending } = play(question, answer);
  const before = path[path.length - 1];
  const last = moves[moves.length - 1];
  const at = (step: string) => moves.filter(({ choice }) => choice.step === step);
  // What led here is in view until something is done here.
  const led = before === last || at(here).length === 0 ? before : undefined;
  const line = (move: Move) => <Lines {...move} html={html} words={words} isHere={move === last} key={move.token} />;
  const scene = (step: string, id?: string) => (
    <div class="talk__scene" id={id} dangerouslySetInnerHTML={{ __html: html(step) }} />
  );
  /** Does what stands in a token; chosen again, it is what was done last. */
  const go = (token: string, without?: string) => {
    const next = [...answer.filter((one) => one !== token && one !== without), token];
    if (play(question, next).ending) return onCheck(next);
    onChange(next);
    const done = document.querySelector<HTMLElement>("[data-here]");
    // On a phone too, what comes back, the choices and what stands under them are in view together.
    done?.scrollIntoView();
    done?.focus({ preventScroll: true });
  };
  const known = [...answer, ...earlier];
  return (
    <>
      {before && (
        <Fold look="talk-fold" head={words("dialogue.past")}>
          <ol class="talk">
            {path.map(({ choice: { step } }) => (
              <li key={step}>
                {scene(step)}
                {at(step).filter((move) => move !== led).map(line)}
              </li>
            ))}
          </ol>
        </Fold>
      )}
      <ol class="talk talk--now">
        {led && <li key="led">{line(led)}</li>}
        <li key={here}>
          {scene(here, `${name}-scene`)}
          {at(here).map(line)}
        </li>
      </ol>
      {ending ? (
        // Only an update can bring a draft to an ending.
        <button class="btn" type="submit">
          {words("quiz.check")}
        </button>
      ) : (
        <ul class="opts" aria-labelledby={`${name}-scene`}>
          {choicesAt(question, here).map(({ key }) => (
            <li key={key}>
              <button class="say" type="button" onClick={() => go(key)}>
                <span dangerouslySetInnerHTML={{ __html: html(key) }} />
                {(known.includes(key) || known.includes(UNDONE + key)) && (
                  <Mark icon={null}>{words("mark.earlier")}</Mark>
                )}
              </button>
            </li>
          ))}
        </ul>
      )}
      {before && !ending && (
        <button class="btn btn--text talk__back" type="button" onClick={() => go(UNDONE + before.token, before.token)}>
          <Icon name="prev" />
          {words("dialogue.back")}
        </button>
      )}
    </>
  );
}

/** How many detours, in words. */
function after(n: number, words: Words): string {
  return words(n > 0 ? "dialogue.after" : "dialogue.direct", { n });
}

/** The steps that were seen, each to open: what was done there, and at the end what else could be done. */
function Checked({ question, answer, isFinal, html, words }: CheckedProps<BranchingPayload>) {
  const { moves, path } = play(question, answer);
  const seen = new Set([...path, ...moves].map(({ choice }) => choice.step));
  return (
    <ol class="opts opts--checked">
      {[...seen].map((step) => {
        const own = moves.filter(({ choice }) => choice.step === step);
        const on = own.find(({ isOn }) => isOn);
        const spent = own.length - (on ? 1 : 0);
        const others = choicesAt(question, step).filter((choice) => !own.some((move) => move.choice === choice));
        const head = (
          <>
            <span class="way__said" dangerouslySetInnerHTML={{ __html: html((on ?? own[0])?.choice.key ?? "") }} />
            <Mark icon={spent > 0 ? "half" : "check"}>{after(spent, words)}</Mark>
          </>
        );
        return (
          <li class={`ans ans--${spent > 0 ? "part" : "plain"}`} key={step}>
            <Fold look="way" head={head}>
              <div dangerouslySetInnerHTML={{ __html: html(step) }} />
              {own.map((move) => (
                <Lines {...move} html={html} words={words} />
              ))}
              {isFinal &&
                others.map((choice) => <Lines choice={choice} html={html} words={words} who="dialogue.instead" />)}
            </Fold>
          </li>
        );
      })}
    </ol>
  );
}

/** The last reply and the ending; when that is not all points, how they were counted. */
function explain(question: BranchingPayload, answer: Answer, _: boolean, words: Words): readonly Explanation[] {
  const played = play(question, answer);
  const { ending, path, spent } = played;
  const percent = percentOf(question, played);
  const told = [
    { label: words("dialogue.reply"), html: path[path.length - 1]?.choice.reply ?? "" },
    { label: words("dialogue.end"), html: ending?.text ?? "" },
  ];
  if (percent >= 100) return told;
  const values = { n: spent, ending: ending?.score ?? 0, cost: spent * question.detourCost, percent };
  const sum = words(spent > 0 ? "dialogue.cost" : "dialogue.worth", values);
  return [...told, { label: words("dialogue.count"), html: `<p>${sum}</p>` }];
}

function heading(question: BranchingPayload, answer: Answer): Heading {
  const percent = percentOf(question, play(question, answer));
  if (percent >= 100) return { look: "ok", icon: "check", key: "feedback.correct" };
  return percent > 0
    ? { look: "part", icon: "half", key: "feedback.partial" }
    : { look: "no", icon: "cross", key: "feedback.incorrect" };
}

/** Step and letter of everything that was chosen, in order. */
function stepsOf(question: BranchingPayload, answer: Answer): Pair[] {
  return play(question, answer).moves.map(({ choice: { key, step } }) => [step, key.slice(-1)]);
}

export const branching: QuestionType<BranchingPayload> = {
  type: "branching",
  score,
  encode,
  decode,
  response: (question, answer) => ({ kind: "performance", steps: stepsOf(question, answer) }),
  correct: (question) =>
    question.best.length > 0 ? [{ kind: "performance", steps: stepsOf(question, question.best) }] : [],
  instruction: ({ detourCost }, words) =>
    words(detourCost > 0 ? "dialogue.how" : "dialogue.how_free", { percent: detourCost }),
  Control,
  Checked,
  explain,
  summary: (question, answer, words) => after(play(question, answer).spent, words),
  heading,
  shuffle: (question, order) => ({ ...question, choices: order(question.choices) }),
  button: null,
  again: "dialogue.again",
  reveal: "dialogue.reveal",
  foldsCase: true,
};
