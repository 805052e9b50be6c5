/** What the types share whose answer is one typed text: the field, the verdict and the explanation. */

import type { QuestionPayload } from "../payload";
import { cut, decodeText, encodeText } from "../text-code";
import type { Words } from "../shell/words";
import type { Answer } from "../store";
import type { Verdict } from "./forms";
import { Mark } from "./mark";
import type { ControlProps, Explanation } from "./type";

export interface TypedPayload extends QuestionPayload {
  /** Most characters that a learner can type. */
  maxLength: number;
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

/** A field in which nothing is filled in or corrected by the device. */
export const TEXT_INPUT = { type: "text", autoComplete: "off", autoCapitalize: "none", spellcheck: false } as const;

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
          {...TEXT_INPUT}
          inputMode={inputMode}
          maxLength={question.maxLength}
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

interface VerdictProps extends Verdict {
  /** What part of the answer it is, in front. */
  label?: string;
  isFinal: boolean;
  words: Words;
}

/** The own answer with its verdict, then the answer that was meant, where the learner may know it. */
export function TypedVerdict({ words, label, outcome, shown, model, isFinal }: VerdictProps) {
  const isRight = outcome !== "wrong";
  const key = { right: "mark.yours_right", accepted: "mark.accepted", wrong: "mark.yours_wrong" }[outcome];
  return (
    <>
      <li class={`ans ans--${isRight ? "ok" : "no"}`}>
        <div>
          <span class="typed__said">
            {label}
            {shown}
          </span>
          <Mark icon={isRight ? "check" : "cross"}>{words(key)}</Mark>
        </div>
      </li>
      {isFinal && outcome !== "right" && (
        <li class="ans ans--open">
          <div>
            <span class="typed__said">
              {label}
              {model.text}
            </span>
            <Mark icon="check">{words(...model.mark)}</Mark>
          </div>
        </li>
      )}
    </>
  );
}

/** `told` for the own answer; at the end of wrong answers first why the right one is right. */
export function explainTyped(
  { shown, outcome, told, model }: Verdict,
  isFinal: boolean,
  label = "",
): readonly Explanation[] {
  const own = { label: label + shown, html: told };
  return isFinal && outcome === "wrong" ? [{ label: label + model.text, html: model.told }, own] : [own];
}
