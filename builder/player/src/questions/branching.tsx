/** How a conversation of steps is held, shown afterwards and explained; what an answer means is in conversation.ts. */

import { Icon } from "../shell/icon";
import type { Words } from "../shell/words";
import type { Answer } from "../store";
import {
  added,
  choicesAt,
  decode,
  encode,
  percentOf,
  play,
  score,
  UNDONE,
  type BranchingPayload,
  type ChoicePayload,
  type Move,
} from "./conversation";
import { Mark } from "./mark";
import type { CheckedProps, ControlProps, Explanation, QuestionType } from "./type";

interface LinesProps {
  move: Move;
  html(key: string): string;
  words: Words;
  /** It was done last: where the focus goes. */
  isHere?: boolean;
}

/** What the learner said, what came back, and that it was taken back. */
function Lines({ move: { step, choice, kind }, html, words, isHere }: LinesProps) {
  const key = `${step}/${choice.key}`;
  const here = isHere ? { "data-here": "", tabIndex: -1 } : {};
  const isUndone = kind === "undone";
  return (
    <dl class="says">
      <div class="me">
        <dt>{words("block.me")}</dt>
        <dd dangerouslySetInnerHTML={{ __html: html(key) }} />
      </div>
      <div class={kind === "detour" ? "is-detour" : ""} {...(isUndone ? {} : here)}>
        <dt>{words(kind === "detour" ? "dialogue.detour" : "dialogue.reply")}</dt>
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
  const { moves, steps, path, ending } = play(question, answer);
  const here = steps[steps.length - 1] ?? "";
  const before = path[path.length - 1];
  const last = moves[moves.length - 1];
  const at = (step: string) => moves.filter((move) => move.step === step);
  const lines = (move: Move) => <Lines move={move} html={html} words={words} isHere={move === last} key={move.token} />;
  const scene = (step: string, id?: string) => (
    <div class="talk__scene" id={id} dangerouslySetInnerHTML={{ __html: html(step) }} />
  );
  // What led here is in view until something is done here.
  const led = before && (before === last || at(here).length === 0) ? before : undefined;
  const go = (next: Answer) => {
    onChange(next);
    const done = document.querySelector<HTMLElement>("[data-here]");
    // On a phone too, what comes back, the choices and what stands under them are in view together.
    done?.scrollIntoView();
    done?.focus({ preventScroll: true });
  };
  const choose = (choice: ChoicePayload) => {
    const next = added(answer, `${here}/${choice.key}`);
    if (play(question, next).ending) onCheck(next);
    else go(next);
  };
  const back = ({ token }: Move) => go(added(answer.filter((one) => one !== token), UNDONE + token));
  const isKnown = (token: string) => [...answer, ...earlier].some((one) => one === token || one === UNDONE + token);
  return (
    <>
      {steps.length > 1 && (
        <details class="fold talk-fold">
          <summary>
            <span>{words("dialogue.past")}</span>
            <Icon name="down" />
          </summary>
          <ol class="talk">
            {steps.slice(0, -1).map((step) => (
              <li key={step}>
                {scene(step)}
                {at(step).filter((move) => move !== led).map(lines)}
              </li>
            ))}
          </ol>
        </details>
      )}
      <ol class="talk talk--now">
        {led && <li key="led">{lines(led)}</li>}
        <li key={here}>
          {scene(here, `${name}-scene`)}
          {at(here).map(lines)}
        </li>
      </ol>
      {ending ? (
        <button class="btn" type="submit">
          {words("quiz.check")}
        </button>
      ) : (
        <ul class="opts" aria-labelledby={`${name}-scene`}>
          {choicesAt(question, here).map((choice) => {
            const token = `${here}/${choice.key}`;
            return (
              <li key={token}>
                <button class="say" type="button" onClick={() => choose(choice)}>
                  <span dangerouslySetInnerHTML={{ __html: html(token) }} />
                  {isKnown(token) && <Mark icon={null}>{words("mark.earlier")}</Mark>}
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {before && !ending && (
        <button class="btn btn--text talk__back" type="button" onClick={() => back(before)}>
          <Icon name="prev" />
          {words("dialogue.back")}
        </button>
      )}
    </>
  );
}

/** How many detours, in words. */
function after(spent: number, words: Words): string {
  return spent > 0 ? words("dialogue.after", { n: spent }) : words("dialogue.direct");
}

/** The steps that were seen, each to open: what was done there, and at the end what else could be done. */
function Checked({ question, answer, isFinal, html, words }: CheckedProps<BranchingPayload>) {
  const { moves, steps } = play(question, answer);
  const seen = [...new Set([...steps, ...moves.map(({ step }) => step)])];
  return (
    <ol class="opts opts--checked">
      {seen.map((step) => {
        const own = moves.filter((move) => move.step === step);
        const on = own.find(({ kind }) => kind === "on");
        const spent = own.length - (on ? 1 : 0);
        const others = choicesAt(question, step).filter((choice) => !own.some((move) => move.choice === choice));
        return (
          <li class={`ans ans--${spent > 0 ? "part" : "plain"}`} key={step}>
            <details class="fold way">
              <summary>
                <div>
                  <div dangerouslySetInnerHTML={{ __html: html(on ? on.token : step) }} />
                  <Mark icon={spent > 0 ? "half" : "check"}>{after(spent, words)}</Mark>
                </div>
                <Icon name="down" />
              </summary>
              <div class="talk__scene" dangerouslySetInnerHTML={{ __html: html(step) }} />
              {own.map((move) => (
                <Lines move={move} html={html} words={words} key={move.token} />
              ))}
              {isFinal && others.length > 0 && (
                <dl class="says">
                  {others.map(({ key, to }) => (
                    <div key={key}>
                      <dt>{words(to ? "dialogue.other_on" : "dialogue.other_detour")}</dt>
                      <dd>
                        <p dangerouslySetInnerHTML={{ __html: html(`${step}/${key}`) }} />
                        <div dangerouslySetInnerHTML={{ __html: html(`${step}/${key}/reply`) }} />
                      </dd>
                    </div>
                  ))}
                </dl>
              )}
            </details>
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
  const total = percentOf(question, played);
  const reply = path[path.length - 1]?.choice.reply ?? "";
  const told = [
    { label: words("dialogue.reply"), html: reply },
    { label: words("dialogue.end"), html: ending?.text ?? "" },
  ];
  if (total >= 100) return told;
  const sums = [
    words("dialogue.worth", { percent: ending?.score ?? 0 }),
    spent * question.detourCost > 0 && words("dialogue.cost", { n: spent, percent: spent * question.detourCost }),
    words("dialogue.total", { percent: total }),
  ];
  return [...told, { label: words("dialogue.count"), html: `<p>${sums.filter(Boolean).join(" ")}</p>` }];
}

const stepsOf = (moves: readonly Move[]) => moves.map(({ step, choice }) => [step, choice.key] as const);

export const branching: QuestionType<BranchingPayload> = {
  type: "branching",
  score,
  encode,
  decode,
  response: (question, answer) => ({ kind: "performance", steps: stepsOf(play(question, answer).moves) }),
  correct: (question) =>
    question.best.length > 0 ? [{ kind: "performance", steps: stepsOf(play(question, question.best).moves) }] : [],
  instruction: ({ detourCost }, words) =>
    words(detourCost > 0 ? "dialogue.how" : "dialogue.how_free", { percent: detourCost }),
  Control,
  Checked,
  explain,
  summary: (question, answer, words) => after(play(question, answer).spent, words),
  heading(question, answer) {
    const percent = percentOf(question, play(question, answer));
    if (percent >= 100) return { look: "ok", icon: "check", key: "feedback.correct" };
    return percent > 0
      ? { look: "part", icon: "half", key: "feedback.partial" }
      : { look: "no", icon: "cross", key: "feedback.incorrect" };
  },
  shuffle: (question, order) => ({
    ...question,
    steps: question.steps.map((step) => ({ ...step, choices: order(step.choices) })),
  }),
  button: null,
  again: "dialogue.again",
  reveal: "dialogue.reveal",
  foldsCase: true,
};
