/** One notice at a time under the bar, the gravest first. */

import { Icon } from "./icon";
import type { Scene } from "./scene";

interface Notice {
  /** Also the key of its sentence. */
  key: string;
  /** Work may be lost, so it interrupts a screen reader. */
  isUrgent: boolean;
  canRetry: boolean;
  hasReport: boolean;
}

export function Banner({ scene }: { scene: Scene }) {
  const notice = pickNotice(scene);
  const box = notice && <NoticeBox key={notice.key} scene={scene} notice={notice} />;
  return (
    <>
      <div role="status">{!notice?.isUrgent && box}</div>
      <div role="alert">{notice?.isUrgent && box}</div>
    </>
  );
}

function pickNotice({ view, isOnline }: Scene): Notice | null {
  const calm = { isUrgent: false, canRetry: false, hasReport: false };
  if (view.phase === "ended" || view.phase === "searching") return null;
  if (view.phase === "reviewing") return { ...calm, key: "state.review" };
  if (view.saving === "lost") return { key: "state.no_lms", isUrgent: true, canRetry: true, hasReport: true };
  if (view.saving === "failing" && !isOnline) return { ...calm, key: "state.offline" };
  if (view.saving === "failing") return { key: "state.save_failed", isUrgent: true, canRetry: true, hasReport: true };
  if (view.saving === "local") return { ...calm, key: "state.no_lms", canRetry: true };
  return isOnline ? null : { ...calm, key: "state.offline" };
}

function NoticeBox({ scene, notice }: { scene: Scene; notice: Notice }) {
  const { words, dispatch } = scene;
  return (
    <div class={`notice${notice.isUrgent ? " notice--urgent" : ""}`}>
      <p>
        <Icon name="note" />
        <span>{words(notice.key)}</span>
      </p>
      {notice.canRetry && (
        <button class="btn btn--ghost" type="button" onClick={() => dispatch({ type: "retry" })}>
          {words("state.retry")}
        </button>
      )}
      {notice.hasReport && <CopyReport scene={scene} />}
    </div>
  );
}

/** Copies the report for the help desk; where the browser refuses, shows it to copy by hand. */
export function CopyReport({ scene: { words, store, desk, arrange } }: { scene: Scene }) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(store.report());
      arrange({ copying: "copied" });
    } catch {
      arrange({ copying: "refused" });
      document.querySelector<HTMLTextAreaElement>(".report")?.select();
    }
  };
  return (
    <>
      <button class="btn btn--ghost" type="button" onClick={() => void copy()}>
        {words("state.copy")}
      </button>
      <span role="status">
        {desk.copying !== "none" && words(desk.copying === "copied" ? "state.copied" : "state.copy_failed")}
      </span>
      {desk.copying === "refused" && (
        <textarea class="report" readOnly aria-label={words("state.report")} value={store.report()} />
      )}
    </>
  );
}
