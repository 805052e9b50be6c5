/** What the choices share: options to choose from, and once checked a list of verdicts in words. */

import { digits, number } from "../digits";
import type { QuestionPayload } from "../payload";
import type { IconName } from "../shell/icon";
import type { Answer } from "../store";
import { Mark } from "./mark";
import type { CheckedProps, ControlProps, Explanation, Heading, Pattern, Response } from "./type";

export interface ChoicePayload extends QuestionPayload {
  options: OptionPayload[];
}

export interface OptionPayload {
  /** Letter of the author ("a"), or "true" / "false". */
  key: string;
  slot: number;
  correct: boolean;
  /** Plain text, for reports. */
  text: string;
  /** Ready HTML, cleaned at build time. */
  feedback: string;
  /** What an option is worth where right or not right does not say it (judgement). */
  grade?: "good" | "defensible" | "risky";
  /** Part of the points, 0..1; with a grade. */
  share?: number;
  /** Percentage of a panel of experts that chose it; where there was a panel. */
  panel?: number;
}

/** What the learner reads of one option after checking. `open` is for a right one that was not chosen. */
export interface Verdict {
  look: Heading["look"] | "open";
  icon: IconName | null;
  key: string;
  /** Percentage of the experts who chose it. */
  panel?: number | undefined;
}

/** Null says nothing of an option. */
export type Judge = (question: ChoicePayload, key: string, isChosen: boolean, isFinal: boolean) => Verdict | null;

/** The keys of an answer that exist, in the author's order, each once. */
export function knownKeys(question: ChoicePayload, answer: Answer): string[] {
  return question.options.map((option) => option.key).filter((key) => answer.includes(key));
}

/** Keys of the right options, in the author's order. */
export function correctKeys(question: ChoicePayload): string[] {
  return question.options.filter((option) => option.correct).map((option) => option.key);
}

/** Right or not right for what was chosen; what would have been right only when nothing is left to try. */
export function plainVerdict(question: ChoicePayload, key: string, isChosen: boolean, isFinal: boolean): Verdict | null {
  const isRight = correctKeys(question).includes(key);
  if (isChosen) {
    return isRight
      ? { look: "ok", icon: "check", key: "mark.yours_right" }
      : { look: "no", icon: "cross", key: isFinal ? "mark.final_wrong" : "mark.yours_wrong" };
  }
  return isFinal && isRight ? { look: "open", icon: "check", key: "mark.right" } : null;
}

/** What every choice brings, but for its points; spread it, and change what is other. */
export const choice = {
  /** A number with one bit per slot; sums, because shifts would stop at 32 bits. */
  encode(question: ChoicePayload, answer: Answer): string {
    const chosen = question.options.filter((option) => answer.includes(option.key));
    return chosen.length === 0 ? "" : digits(chosen.reduce((sum, option) => sum + 2 ** option.slot, 0));
  },
  decode(question: ChoicePayload, text: string): Answer {
    const sum = /^[0-9a-z]+$/.test(text) ? number(text) : 0;
    return question.options.filter(({ slot }) => Math.floor(sum / 2 ** slot) % 2 === 1).map(({ key }) => key);
  },
  response: (question: ChoicePayload, answer: Answer): Response => ({
    kind: "choice",
    keys: knownKeys(question, answer),
  }),
  correct: (question: ChoicePayload): readonly Pattern[] => [{ kind: "choice", keys: correctKeys(question) }],
  instruction: (_: ChoicePayload, words: (key: string) => string): string => words("quiz.choose_one"),
  Control: RadioList,
  Checked: (props: CheckedProps<ChoicePayload>) => <VerdictList {...props} judge={plainVerdict} />,
  /** The chosen options in the author's order; once nothing is left to try, first all that are right. */
  explain(question: ChoicePayload, answer: Answer, isFinal: boolean): readonly Explanation[] {
    const { options } = question;
    const chosen = options.filter(({ key }) => answer.includes(key));
    if (!isFinal) return chosen.map(explanation);
    const right = options.filter(({ correct }) => correct);
    const wrong = chosen.filter(({ correct }) => !correct);
    return [...right.map(explanation), ...wrong.map((one) => ({ ...explanation(one), isAboutYours: true }))];
  },
  /** Sentences lose their stop when another one follows. */
  summary(question: ChoicePayload, answer: Answer): string {
    const texts = question.options.flatMap(({ key, text }) => (answer.includes(key) ? [text] : []));
    return texts.join("; ").replace(/\.; /g, "; ");
  },
};

/** The options in another order. */
export function shuffle<Q extends ChoicePayload>(
  question: Q,
  order: <T extends { slot: number }>(things: readonly T[]) => T[],
): Q {
  return { ...question, options: order(question.options) };
}

export function explanation({ text, feedback }: Pick<OptionPayload, "text" | "feedback">): Explanation {
  return { label: text, html: feedback };
}

/** Native radios: arrow keys move and select, Tab goes in and out. */
export function RadioList(props: ControlProps<ChoicePayload>) {
  return <Choices {...props} type="radio" next={(key) => [key]} />;
}

/** Native checkboxes; what is chosen keeps the author's order. */
export function CheckboxList(props: ControlProps<ChoicePayload>) {
  const { question, answer } = props;
  const toggled = (key: string) =>
    question.options
      .map((option) => option.key)
      .filter((other) => answer.includes(other) !== (other === key));
  return <Choices {...props} type="checkbox" next={toggled} />;
}

interface ChoicesProps extends ControlProps<ChoicePayload> {
  type: "radio" | "checkbox";
  next(key: string): Answer;
}

function Choices(props: ChoicesProps) {
  const { question, html, words, answer, earlier, onChange, name, describedBy, invalid, type, next } = props;
  return (
    <div class="opts">
      {question.options.map(({ key }) => (
        <div class="opt" key={key}>
          <input
            type={type}
            name={name}
            id={`${name}-${key}`}
            value={key}
            checked={answer.includes(key)}
            aria-describedby={invalid ? describedBy : undefined}
            aria-invalid={invalid || undefined}
            onChange={() => onChange(next(key))}
          />
          <label for={`${name}-${key}`}>
            <span dangerouslySetInnerHTML={{ __html: html(key) }} />
            {earlier?.includes(key) && <span class="mark">{words("mark.earlier")}</span>}
          </label>
        </div>
      ))}
    </div>
  );
}

interface VerdictListProps extends CheckedProps<ChoicePayload> {
  judge: Judge;
  isMultiple?: boolean;
}

/** Every option with what it was worth, in words; without the right answer while tries remain. */
export function VerdictList({ question, judge, isMultiple, html, answer, isFinal, words }: VerdictListProps) {
  return (
    <ul class="opts opts--checked">
      {question.options.map(({ key }) => {
        const isChosen = answer.includes(key);
        const verdict = judge(question, key, isChosen, isFinal);
        const panel = verdict?.panel;
        return (
          <li class={`ans ans--${verdict?.look ?? "plain"}`} key={key}>
            <span class={`ans__dot${isMultiple ? " ans__dot--box" : ""}${isChosen ? " is-chosen" : ""}`} />
            <div>
              <span dangerouslySetInnerHTML={{ __html: html(key) }} />
              {verdict && <Mark icon={verdict.icon}>{words(verdict.key)}</Mark>}
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
