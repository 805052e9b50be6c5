/** Items to put in order with two buttons each; every item on its place counts. */

import { digits } from "../digits";
import type { QuestionPayload } from "../payload";
import { Icon } from "../shell/icon";
import type { Answer, Score } from "../store";
import { bare, Count, explainParts, PartVerdict, type PartPayload } from "./parts";
import { Mark } from "./mark";
import { invalid, scored, type CheckedProps, type ControlProps, type QuestionType } from "./type";

export interface OrderingPayload extends QuestionPayload {
  /** In the order that a learner begins with, which is never the right one. */
  items: OrderedItem[];
}

export interface OrderedItem extends PartPayload {
  /** Where it belongs, from 0, without gaps. */
  place: number;
}

/** The items that an answer names, in its order, each once. */
function itemsOf({ items }: OrderingPayload, answer: Answer): OrderedItem[] {
  return [...new Set(answer)].flatMap((key) => items.find((item) => item.key === key) ?? []);
}

const isRight = (item: OrderedItem, place: number) => item.place === place;

const inOrder = ({ items }: OrderingPayload) => [...items].sort((left, right) => left.place - right.place);

/** earned = items on their place ÷ all items × points; [] is for who has moved nothing yet. */
export function score(question: OrderingPayload, answer: Answer): Score {
  const given = itemsOf(question, answer);
  const total = question.items.length;
  return given.length < total ? invalid("quiz.unmoved") : scored(question, given.filter(isRight).length / total);
}

/** Focus stays on the button, whose item may have gone to another place in the page. */
function Control(props: ControlProps<OrderingPayload>) {
  const { question, words, html, answer, earlier = [], onChange, name, describedBy, invalid } = props;
  const begun = itemsOf(question, answer.length > 0 ? answer : earlier);
  const shown = [...begun, ...question.items.filter((item) => !begun.includes(item))];
  const total = shown.length;
  const status = `${name}-status`;
  const move = (item: OrderedItem, to: number, button: string) => {
    if (to < 0 || to >= total) return;
    const keys = shown.filter((one) => one !== item).map(({ key }) => key);
    onChange([...keys.slice(0, to), item.key, ...keys.slice(to)]);
    document.getElementById(button)?.focus();
    const told = document.getElementById(status);
    if (told) told.textContent = words("quiz.moved", { item: bare(item.text), n: to + 1, total });
  };
  return (
    <>
      <ol class="opts">
        {shown.map((item, place) => (
          <li class="ans ans--move" key={item.key}>
            <b>{place + 1}</b>
            <div dangerouslySetInnerHTML={{ __html: html(item.key) }} />
            {["up", "down"].map((way) => {
              const to = way === "up" ? place - 1 : place + 1;
              const id = `${name}-${item.key}-${way}`;
              return (
                <button
                  class={`move move--${way}`}
                  type="button"
                  key={way}
                  id={id}
                  aria-disabled={to < 0 || to >= total}
                  aria-label={words(`quiz.move_${way}`, { item: bare(item.text) })}
                  aria-describedby={invalid ? describedBy : undefined}
                  onClick={() => move(item, to, id)}
                >
                  <Icon name="down" />
                </button>
              );
            })}
          </li>
        ))}
      </ol>
      <p class="vh" role="status" id={status} />
    </>
  );
}

/** The own order with a verdict for each place; at the end also the right order. */
function Checked({ question, html, answer, isFinal, words }: CheckedProps<OrderingPayload>) {
  const given = itemsOf(question, answer);
  const rights = given.map(isRight);
  return (
    <>
      <Count of={rights} words={words} />
      <ol class="opts opts--checked">
        {given.map((item, place) => (
          <PartVerdict
            key={item.key}
            isRight={isRight(item, place)}
            mark={words(isRight(item, place) ? "mark.place_right" : "mark.place_wrong")}
            model={false}
          >
            <span class="part__item">
              {place + 1}. <span dangerouslySetInnerHTML={{ __html: html(item.key) }} />
            </span>
          </PartVerdict>
        ))}
      </ol>
      {isFinal && rights.includes(false) && (
        <div class="ans ans--open">
          <div>
            <Mark icon="check">{words("mark.order")}</Mark>
            <ol>
              {inOrder(question).map(({ key }) => (
                <li key={key} dangerouslySetInnerHTML={{ __html: html(key) }} />
              ))}
            </ol>
          </div>
        </div>
      )}
    </>
  );
}

export const ordering: QuestionType<OrderingPayload> = {
  type: "ordering",
  score,
  /** The slot of each item, in the order of the answer. */
  encode: (question, answer) =>
    itemsOf(question, answer)
      .map(({ slot }) => digits(slot))
      .join(""),
  decode: ({ items }, text) =>
    [...new Set(text)].flatMap((sign) => items.find(({ slot }) => digits(slot) === sign)?.key ?? []),
  response: (question, answer) => ({ kind: "sequencing", keys: itemsOf(question, answer).map(({ key }) => key) }),
  correct: (question) => [{ kind: "sequencing", keys: inOrder(question).map(({ key }) => key) }],
  instruction: (_, words) => words("quiz.order"),
  /** Whatever comes out, it is not the right order. */
  shuffle(question, order) {
    const items = order(question.items);
    return { ...question, items: items.every(isRight) ? [...items.slice(1), ...items.slice(0, 1)] : items };
  },
  Control,
  Checked,
  explain(question, answer, isFinal) {
    const given = itemsOf(question, answer);
    return isFinal ? explainParts(inOrder(question), isRight, true) : explainParts(given, isRight, false);
  },
  summary: (question, answer) =>
    itemsOf(question, answer)
      .map(({ text }, place) => `${place + 1}. ${bare(text)}`)
      .join("; "),
};
