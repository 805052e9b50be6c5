/** What the types share whose answer is one typed text: the field, the verdict and the explanation. */

import type { QuestionPayload } from "../payload";
import { cut, decodeText, encodeText } from "../text-code";
import type { Answer } from "../store";
import { Mark } from "./mark";
import type { CheckedProps, ControlProps, Explanation } from "./type";

export interface TypedPayload extends QuestionPayload {
  /** Most characters that a learner can type. */
  maxLength: number;
  /** Ready HTML per outcome. */
  feedback: { right: string; wrong: string };
}

/** The text of an answer, no longer than it can be typed. */
export function textOf({ maxLength }: TypedPayload, [text = ""]: Answer): string {
  return cut(text, maxLength);
}

export const typed = {
  encode: (question: TypedPayload, answer: Answer): string => encodeText(textOf(question, answer)),
  decode: (_: TypedPayload, text: string): Answer => (text === "" ? [] : [decodeText(text)]),
  summary: (question: TypedPayload, answer: Answer): string => textOf(question, answer),
};

interface FieldProps extends ControlProps<TypedPayload> {
  /** Words behind the field, part of its name. */
  unit?: string;
  inputMode?: "text" | "decimal";
}

/** Enter in the field checks, as the form's button does. */
export function TypedField({
  question,
  words,
  answer,
  earlier,
  onChange,
  name,
  describedBy,
  invalid,
  unit,
  inputMode = "text",
}: FieldProps) {
  return (
    <div class="typed">
      <label for={name}>
        {words("quiz.your_answer")}
        {unit && <span class="vh"> ({unit})</span>}
      </label>
      {earlier && <p class="typed__earlier">{words("quiz.earlier", { answer: textOf(question, earlier) })}</p>}
      <div class="typed__row">
        <input
          class="typed__field"
          id={name}
          type="text"
          inputMode={inputMode}
          maxLength={question.maxLength}
          autoComplete="off"
          autoCapitalize="none"
          spellcheck={false}
          value={answer[0] ?? ""}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          onInput={({ currentTarget: { value } }) => onChange(value.trim() ? [value] : [])}
        />
        {unit && (
          <span class="typed__unit" aria-hidden="true">
            {unit}
          </span>
        )}
      </div>
    </div>
  );
}

interface VerdictProps extends CheckedProps<TypedPayload> {
  /** How right the answer is: just as meant, in another way, or not. */
  outcome: "right" | "accepted" | "wrong";
  /** The answer as the learner reads it. */
  shown: string;
  /** What was meant, and what is said of it; only where the learner may know it. */
  model: { text: string; mark: string } | null;
}

/** The own answer with its verdict, then the answer that was meant. */
export function TypedVerdict({ words, outcome, shown, model }: VerdictProps) {
  const isRight = outcome !== "wrong";
  const key = { right: "mark.yours_right", accepted: "mark.accepted", wrong: "mark.yours_wrong" }[outcome];
  return (
    <ul class="opts opts--checked">
      <li class={`ans ans--${isRight ? "ok" : "no"}`}>
        <div>
          <span class="typed__said">{shown}</span>
          <Mark icon={isRight ? "check" : "cross"}>{words(key)}</Mark>
        </div>
      </li>
      {model && (
        <li class="ans ans--open">
          <div>
            <span class="typed__said">{model.text}</span>
            <Mark icon="check">{model.mark}</Mark>
          </div>
        </li>
      )}
    </ul>
  );
}

/** `told` for the own answer; at the end of wrong answers first why the right one is right. */
export function explainTyped(
  { feedback }: TypedPayload,
  own: string,
  told: string,
  model: string | null,
): readonly Explanation[] {
  return model === null
    ? [{ label: own, html: told }]
    : [
        { label: model, html: feedback.right },
        { label: own, html: told },
      ];
}
