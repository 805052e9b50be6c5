/** The options of a question: to choose from, and once checked as a list of verdicts in words. */

import type { QuestionPayload } from "../payload";
import { plainVerdict, type QuestionType } from "../questions/type";
import { Icon } from "./icon";
import type { Words } from "./words";

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
  type: QuestionType;
  html: (key: string) => string;
  chosen: readonly string[];
  /** The right answer may be seen. */
  isFinal: boolean;
  words: Words;
}

/** Every option with what it was worth, in words; without the right answer while tries remain. */
export function VerdictList({ question, type, html, chosen, isFinal, words }: VerdictListProps) {
  const { isMultiple, verdict: judge = plainVerdict } = type;
  return (
    <ul class="opts opts--checked">
      {question.options.map(({ key }) => {
        const isChosen = chosen.includes(key);
        const verdict = judge(question, key, isChosen, isFinal);
        const panel = verdict?.panel;
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
              {panel !== undefined && (
                <span class="panel">
                  <span>{words("grade.panel", { n: panel })}</span>
                  <svg aria-hidden="true">
                    <rect width={`${panel}%`} height="100%" />
                  </svg>
                </span>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
