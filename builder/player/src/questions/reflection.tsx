/** The learner writes for nobody else; that it is done is all that leaves the device. */

import type { QuestionPayload } from "../payload";
import { Icon } from "../shell/icon";
import { invalid, scored, type CheckedProps, type ControlProps, type QuestionType } from "./type";

export interface ReflectionPayload extends QuestionPayload {
  isPrivate: true;
  /** Ready HTML of the model answer, "" when there is none. */
  model: string;
}

const DONE = "done";

/** The note keeps itself; only the button says something to the shell. */
function Control({ question, words, notes, onChange, onCheck, name, describedBy, invalid: isBad }: ControlProps<ReflectionPayload>) {
  return (
    <>
      <div class="reflect" data-note={notes.nameOf(question.id)} ref={notes.mount}>
        <label for={name}>{words("reflect.label")}</label>
        <textarea
          id={name}
          rows={6}
          aria-describedby={isBad ? `${describedBy} private` : "private"}
          aria-invalid={isBad || undefined}
          onInput={() => isBad && onChange([])}
        />
        <div class="reflect__foot">
          <p class="quiet" id="private">
            <Icon name="lock" />
            <span>{words("reflect.private")}</span>
          </p>
          <p class="quiet reflect__status" role="status" />
        </div>
      </div>
      <div class="actions">
        <button
          class="btn"
          type="button"
          onClick={() => onCheck(notes.read(notes.nameOf(question.id)).trim() ? [DONE] : [])}
        >
          {words("reflect.finish")}
        </button>
      </div>
    </>
  );
}

function Checked({ question, words, notes }: CheckedProps<ReflectionPayload>) {
  return (
    <ul class="opts opts--checked opts--pair">
      <li class="ans ans--plain">
        <div>
          <span class="typed__said">{words("reflect.label")}</span>
          <p class="reflect__said">{notes.read(notes.nameOf(question.id)) || words("reflect.elsewhere")}</p>
        </div>
      </li>
      {question.model && (
        <li class="ans ans--plain">
          <div>
            <span class="typed__said">{words("reflect.model")}</span>
            <div class="reflect__said fb__why" dangerouslySetInnerHTML={{ __html: question.model }} />
          </div>
        </li>
      )}
    </ul>
  );
}

export const reflection: QuestionType<ReflectionPayload> = {
  type: "reflection",
  score: (question, [answer]) => (answer === DONE ? scored(question, 0) : invalid("quiz.empty_note")),
  encode: (_, [answer]) => (answer === DONE ? "1" : ""),
  decode: (_, text) => (text === "1" ? [DONE] : []),
  response: () => null,
  correct: () => [],
  instruction: (_, words) => words("reflect.how"),
  button: null,
  Control,
  Checked,
  explain: ({ model }, _, __, words) => (model ? [{ label: "", html: words("reflect.compare") }] : []),
  heading: () => ({ look: "plain", icon: "check", key: "reflect.finished" }),
  summary: () => "",
};
