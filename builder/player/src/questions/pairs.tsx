/** What the types share in which each item gets one of the same choices: a list to choose from, verdicts, points. */

import { digits } from "../digits";
import type { QuestionPayload } from "../payload";
import type { Words } from "../shell/words";
import type { Answer, Score } from "../store";
import { bare, Count, explainParts, PartVerdict, type PartPayload } from "./parts";
import { invalid, scored, type CheckedProps, type ControlProps, type Pair } from "./type";

export interface PairsPayload extends QuestionPayload {
  items: PairedItem[];
  /** What each item can be put with; some of it may belong to none, or to several. */
  choices: PairChoice[];
}

export interface PairedItem extends PartPayload {
  /** Key of the choice that belongs to it. */
  to: string;
}

export type PairChoice = Omit<PartPayload, "feedback">;

/** An answer is a list of `item.choice`, by the author's keys. */
const join = (item: PairedItem, choice: string) => `${item.key}.${choice}`;

export function chosenFor({ choices }: PairsPayload, answer: Answer, item: PairedItem): PairChoice | undefined {
  return choices.find(({ key }) => answer.includes(join(item, key)));
}

/** The answer with another choice for one item, in the author's order; "" takes it away. */
export function choose(question: PairsPayload, answer: Answer, item: PairedItem, choice: string): Answer {
  return question.items.flatMap((one) => {
    const key = one === item ? choice : (chosenFor(question, answer, one)?.key ?? "");
    return key ? [join(one, key)] : [];
  });
}

function isRight(answer: Answer, item: PairedItem): boolean {
  return answer.includes(join(item, item.to));
}

/** earned = right pairs ÷ all pairs × points */
export function score(question: PairsPayload, answer: Answer): Score {
  const { items } = question;
  if (items.some((item) => !chosenFor(question, answer, item))) return invalid("quiz.empty_parts");
  return scored(question, items.filter((item) => isRight(answer, item)).length / items.length);
}

export const pairs = {
  score,
  /** A row with a place for each item, by its slot: the slot of what was chosen, "-" for nothing. */
  encode(question: PairsPayload, answer: Answer): string {
    const row: string[] = [];
    for (const item of question.items) {
      const choice = chosenFor(question, answer, item);
      if (choice) row[item.slot] = digits(choice.slot);
    }
    return Array.from(row, (sign = "-") => sign).join("");
  },
  decode: (question: PairsPayload, text: string): Answer =>
    question.items.flatMap((item) => {
      const choice = question.choices.find(({ slot }) => digits(slot) === text[item.slot]);
      return choice ? [join(item, choice.key)] : [];
    }),
  response: (question: PairsPayload, answer: Answer) => ({
    kind: "matching" as const,
    pairs: question.items.flatMap<Pair>((item) => {
      const choice = chosenFor(question, answer, item);
      return choice ? [[item.key, choice.key]] : [];
    }),
  }),
  correct: ({ items }: PairsPayload) => [
    { kind: "matching" as const, pairs: items.map<Pair>(({ key, to }) => [key, to]) },
  ],
  instruction: (_: PairsPayload, words: Words): string => words("quiz.match"),
  /** The choices have an order that tells nothing already. */
  shuffle: (
    question: PairsPayload,
    order: <T extends { slot: number }>(things: readonly T[]) => T[],
  ): PairsPayload => ({ ...question, items: order(question.items) }),
  /** What was right stays; the rest is chosen again. */
  start: ({ items }: PairsPayload, earlier: Answer = []): Answer =>
    items.flatMap((item) => (isRight(earlier, item) ? [join(item, item.to)] : [])),
  Checked,
  explain: ({ items }: PairsPayload, answer: Answer, isFinal: boolean) =>
    explainParts(items, (item) => isRight(answer, item), isFinal),
  summary: (question: PairsPayload, answer: Answer): string =>
    question.items
      .map((item) => `${bare(item.text)}: ${bare(chosenFor(question, answer, item)?.text ?? "")}`)
      .join("; "),
};

interface ListProps extends ControlProps<PairsPayload> {
  /** A row of buttons for each item: one touch, and every choice is in sight. */
  hasButtons: boolean;
}

/** Native controls: a list to choose from that is named by its item, or a group of radios. */
export function PartList({ hasButtons, ...props }: ListProps) {
  const { question, html, words, answer, earlier = [], onChange, name, describedBy, invalid } = props;
  const Part = hasButtons ? "fieldset" : "div";
  const Name = hasButtons ? "legend" : "label";
  return (
    <div class="opts opts--parts">
      {question.items.map((item) => {
        const id = `${name}-${item.key}`;
        const chosen = chosenFor(question, answer, item);
        const before = isRight(earlier, item) ? undefined : chosenFor(question, earlier, item);
        const about = before && `${id}-before`;
        const isMissing = (invalid && !chosen) || undefined;
        const described = isMissing ? describedBy : hasButtons ? undefined : about;
        const state = { "aria-invalid": isMissing, "aria-describedby": described };
        const pick = (choice: string) => onChange(choose(question, answer, item, choice));
        return (
          <Part class="part" key={item.key} aria-describedby={hasButtons ? about : undefined}>
            <Name class="part__item" for={hasButtons ? undefined : id} dangerouslySetInnerHTML={{ __html: html(item.key) }} />
            {before && (
              <p class="typed__earlier" id={about}>
                {words("quiz.earlier", { answer: before.text })}
              </p>
            )}
            {hasButtons ? (
              <div class="part__row">
                {question.choices.map(({ key, text }) => (
                  <div class="opt" key={key}>
                    <input
                      type="radio"
                      name={id}
                      id={id + key}
                      value={key}
                      checked={key === chosen?.key}
                      onChange={() => pick(key)}
                      {...state}
                    />
                    <label for={id + key}>{text}</label>
                  </div>
                ))}
              </div>
            ) : (
              <span class="part__list">
                <select id={id} onChange={({ currentTarget: { value } }) => pick(value)} {...state}>
                  <option value="">{words("quiz.select_empty")}</option>
                  {question.choices.map(({ key, text }) => (
                    <option value={key} key={key} selected={key === chosen?.key}>
                      {text}
                    </option>
                  ))}
                </select>
              </span>
            )}
          </Part>
        );
      })}
    </div>
  );
}

function Checked({ question, html, answer, isFinal, words }: CheckedProps<PairsPayload>) {
  const { items, choices } = question;
  return (
    <>
      <Count of={items.map((item) => isRight(answer, item))} words={words} />
      <ul class="opts opts--checked">
        {items.map((item) => {
          const isGood = isRight(answer, item);
          const model = choices.find(({ key }) => key === item.to)?.text ?? "";
          return (
            <PartVerdict
              key={item.key}
              isRight={isGood}
              mark={words(isGood ? "mark.yours_right" : "mark.yours_wrong")}
              model={isFinal && !isGood && words("mark.belongs", { answer: model })}
            >
              <span class="part__item" dangerouslySetInnerHTML={{ __html: html(item.key) }} />
              <span class="part__own">{chosenFor(question, answer, item)?.text}</span>
            </PartVerdict>
          );
        })}
      </ul>
    </>
  );
}
