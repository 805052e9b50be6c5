/** Leaving: the question when work would be lost, and the last screen. */

import { CopyReport } from "./banner";
import { Icon } from "./icon";
import { Modal } from "./modal";
import type { Scene } from "./scene";

/** Ends the session; asks first when something could not be kept. */
export function leave({ view, dispatch, arrange }: Scene): void {
  if (view.saving === "failing") arrange({ dialog: "exit" });
  else dispatch({ type: "exit" });
}

export function ExitDialog({ scene: { words, dispatch, arrange } }: { scene: Scene }) {
  return (
    <Modal
      class="sheet"
      labelledBy="exit-title"
      describedBy="exit-text"
      onClose={() => arrange({ dialog: "none" })}
    >
      <div class="sheet__in">
        <h2 id="exit-title">{words("exit.title")}</h2>
        <p id="exit-text">{words("exit.text")}</p>
        <div class="actions">
          <button class="btn" type="button" data-close>
            {words("exit.stay")}
          </button>
          <button class="btn btn--ghost" type="button" onClick={() => dispatch({ type: "exit" })}>
            {words("exit.leave")}
          </button>
        </div>
      </div>
    </Modal>
  );
}

/** After the session: nothing can be answered any more. */
export function Exited({ scene }: { scene: Scene }) {
  const { view, words } = scene;
  const isHere = view.saving === "local" || view.saving === "stopped";
  const isKept = view.saving !== "lost" && view.saving !== "failing";
  return (
    <div class="exited">
      <span class={isKept ? "exited__mark" : "exited__mark exited__mark--no"}>
        <Icon name={isKept ? "check" : "note"} />
      </span>
      <h1>{words(isKept ? "exit.done" : "exit.title")}</h1>
      <p class="lede">{words(isHere ? "exit.local" : isKept ? "nav.exited" : "state.session_ended")}</p>
      {!isKept && view.isOnDevice && <p>{words("state.on_device")}</p>}
      {!isKept && (
        <div class="actions">
          <CopyReport scene={scene} />
        </div>
      )}
    </div>
  );
}
