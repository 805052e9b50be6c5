/** The display settings, and what a learner can do with the private notes. */

import { CHOICES, type ChoiceName } from "../display";
import { Icon } from "./icon";
import { Modal } from "./modal";
import { focusOn, type Scene } from "./scene";

interface PartProps {
  scene: Scene;
}

interface ChoiceProps extends PartProps {
  name: ChoiceName;
}

export function DisplayDialog({ scene }: PartProps) {
  const { words, arrange, display } = scene;
  const reset = () => {
    display.reset();
    arrange({});
    focusOn(".display input:checked");
  };
  return (
    <Modal class="sheet display" labelledBy="display-title" onClose={() => arrange({ dialog: "none", notes: "none" })}>
      <div class="drawer__head">
        <h2 id="display-title">{words("view.title")}</h2>
        <button class="tool" type="button" data-close>
          <Icon name="close" />
          <span class="tool__label">{words("nav.close")}</span>
        </button>
      </div>
      <div class="sheet__in">
        <Picks scene={scene} name="size" />
        <Picks scene={scene} name="spacing" />
        <Picks scene={scene} name="theme" />
        <div class="switches">
          <Switch scene={scene} name="contrast" />
          <Switch scene={scene} name="motion" />
        </div>
        <div class="display__foot">
          <p class="quiet">{words(display.isKept() ? "view.device" : "view.session")}</p>
          <button class="btn btn--text" type="button" onClick={reset}>
            {words("view.reset")}
          </button>
        </div>
        {scene.notes.exist && <NotesPart scene={scene} />}
      </div>
    </Modal>
  );
}

/** One of several, as tiles with a radio button in them. */
function Picks({ scene: { words, arrange, display }, name }: ChoiceProps) {
  const choose = (value: string) => {
    display.set(name, value);
    arrange({});
  };
  return (
    <fieldset class="picks">
      <legend>{words(`view.${name}`)}</legend>
      <div class="picks__row">
        {CHOICES[name].map((value) => {
          const isOn = display.get(name) === value;
          return (
            <label key={value} class={isOn ? "pick is-on" : "pick"}>
              <input type="radio" name={`display-${name}`} checked={isOn} onChange={() => choose(value)} />
              {name === "size" && (
                <span class={`pick__a pick__a--${value}`} aria-hidden="true">
                  A
                </span>
              )}
              {words(name === "size" ? "view.percent" : `view.${name}_${value}`, { n: value })}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

/** For a choice of two: the second is on. */
function Switch({ scene: { words, arrange, display }, name }: ChoiceProps) {
  const [off, on] = CHOICES[name];
  return (
    <label class="switch">
      {words(`view.${name}`)}
      <input
        type="checkbox"
        checked={display.get(name) === on}
        onChange={({ currentTarget }) => {
          display.set(name, currentTarget.checked ? on : off);
          arrange({});
        }}
      />
    </label>
  );
}

/** Deleting asks once; what is asked and what was done stand where the buttons were, and get the focus. */
function NotesPart({ scene: { words, arrange, desk, notes, payload } }: PartProps) {
  const go = (to: typeof desk.notes, focus: string) => {
    arrange({ notes: to });
    focusOn(focus);
  };
  const clear = () => {
    notes.clear();
    go("cleared", "#notes-said");
  };
  const isEmpty = !notes.text();
  return (
    <section class="display__notes" aria-labelledby="notes-title">
      <h3 id="notes-title">{words("view.notes")}</h3>
      {isEmpty ? (
        <p id="notes-said" tabIndex={-1}>
          {words(desk.notes === "cleared" ? "reflect.cleared" : "reflect.none")}
        </p>
      ) : desk.notes === "asking" ? (
        <div class="actions" role="group" aria-labelledby="notes-said">
          <p id="notes-said">{words("reflect.clear_sure")}</p>
          <button class="btn" type="button" onClick={clear}>
            {words("reflect.clear")}
          </button>
          <button class="btn btn--ghost" type="button" id="notes-keep" onClick={() => go("none", "#notes-clear")}>
            {words("reflect.keep")}
          </button>
        </div>
      ) : (
        <div class="actions">
          <button
            class="btn btn--ghost"
            type="button"
            onClick={() => download(`${payload.course.id}-${words("reflect.file")}.txt`, notes.text())}
          >
            {words("reflect.export")}
          </button>
          <button class="btn btn--text" type="button" id="notes-clear" onClick={() => go("asking", "#notes-keep")}>
            {words("reflect.clear")}
          </button>
        </div>
      )}
    </section>
  );
}

/** Hands a text to the browser to keep as a file; nothing leaves the device. */
function download(name: string, text: string): void {
  const link = document.createElement("a");
  // The mark in front tells old editors that the text is UTF-8.
  link.href = URL.createObjectURL(new Blob(["\uFEFF", text], { type: "text/plain;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
