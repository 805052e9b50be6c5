/** The options of a question: to choose from, and once checked as a list of verdicts in words. */

import type { QuestionPayload } from "../payload";
import type { Words } from "./words";
import { Icon, type IconName } from "./icon";

export interface ChoiceListProps {
  question: QuestionPayload;
  /** Ready HTML of an option, read from the page as it was built. */
  html: (key: string) => string;
  chosen: readonly string[];
  onChange(next: readonly string[]): void;
  /** Unique on the page: groups the radios and makes the ids. */
  name: string;
  /** Id of the element that explains what is missing. */
  describedBy?: string;
  invalid?: boolean;
}

/** Native radios: arrow keys move and select, Tab goes in and out. */
export function RadioList(props: ChoiceListProps) {
  return <Choices {...props} type="radio" next={(key) => [key]} />;
}

/** Native checkboxes; what is chosen keeps the author's order. */
export function CheckboxList(props: ChoiceListProps) {
  const { question, chosen } = props;
  const toggled = (key: string) =>
    question.options
      .map((option) => option.key)
      .filter((other) => chosen.includes(other) !== (other === key));
  return <Choices {...props} type="checkbox" next={toggled} />;
}

interface ChoicesProps extends ChoiceListProps {
  type: "radio" | "checkbox";
  next(key: string): readonly string[];
}

function Choices({ question, html, chosen, onChange, name, describedBy, invalid, type, next }: ChoicesProps) {
  return (
    <div class="opts">
      {question.options.map(({ key }) => (
        <div class="opt" key={key}>
          <input
            type={type}
            name={name}
            id={`${name}-${key}`}
            value={key}
            checked={chosen.includes(key)}
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
            onChange={() => onChange(next(key))}
          />
          <label for={`${name}-${key}`} dangerouslySetInnerHTML={{ __html: html(key) }} />
        </div>
      ))}
    </div>
  );
}

export interface VerdictListProps {
  question: QuestionPayload;
  html: (key: string) => string;
  chosen: readonly string[];
  /** The right answer may be seen. */
  isFinal: boolean;
  /** Several options may be right, so each one left out is a choice as well. */
  isMultiple: boolean;
  words: Words;
}

type Verdict = { look: "ok" | "no" | "open" | "plain"; icon: IconName | null; key: string } | null;

/** Every option with what it was worth, in words; without the right answer while tries remain. */
export function VerdictList({ question, html, chosen, isFinal, isMultiple, words }: VerdictListProps) {
  return (
    <ul class="opts opts--checked">
      {question.options.map(({ key, correct }) => {
        const isChosen = chosen.includes(key);
        const verdict = judge(correct, isChosen, isFinal, isMultiple);
        return (
          <li class={`ans ans--${verdict?.look ?? "plain"}`} key={key}>
            <span class={`ans__dot${isMultiple ? " ans__dot--box" : ""}${isChosen ? " is-chosen" : ""}`} />
            <div>
              <span dangerouslySetInnerHTML={{ __html: html(key) }} />
              {verdict && (
                <span class="mark">
                  {verdict.icon && <Icon name={verdict.icon} />}
                  <span>{words(verdict.key)}</span>
                </span>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function judge(correct: boolean, isChosen: boolean, isFinal: boolean, isMultiple: boolean): Verdict {
  if (isChosen) {
    return correct
      ? { look: "ok", icon: "check", key: "mark.yours_right" }
      : { look: "no", icon: "cross", key: "mark.yours_wrong" };
  }
  if (!isFinal) return null;
  if (correct) return { look: "open", icon: "check", key: isMultiple ? "mark.missed" : "mark.right" };
  return isMultiple ? { look: "plain", icon: null, key: "mark.left" } : null;
}
