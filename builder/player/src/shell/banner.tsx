/** One notice at a time under the bar, the gravest first. */

import type { Action } from "../store";
import { Icon } from "./icon";
import type { Scene } from "./scene";

interface Notice {
  /** Also the key of its sentence. */
  key: string;
  /** Work may be lost, so it interrupts a screen reader. */
  isUrgent?: boolean;
  actions?: readonly (readonly [key: string, action: Action])[];
  hasReport?: boolean;
  /** Key of a sentence more. */
  more?: string | false;
}

const RETRY: NonNullable<Notice["actions"]> = [["state.retry", { type: "retry" }]];

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

/** What the learner has to know now, the gravest first; null when all is well. */
export function pickNotice({ view, isOnline, desk }: Pick<Scene, "view" | "isOnline" | "desk">): Notice | null {
  const { phase, saving, isOnDevice } = view;
  if (phase === "ended" || phase === "searching") return null;
  if (phase === "reviewing") return { key: view.success === "passed" ? "state.review_passed" : "state.review" };
  if (phase === "elsewhere") return { key: "state.elsewhere", actions: [["state.go_on", { type: "take-over" }]] };
  if (saving === "lost") return { key: "state.lost", isUrgent: true, actions: RETRY, hasReport: true };
  if (saving === "stopped") {
    const more = isOnDevice && "state.on_device";
    return { key: "state.session_ended", isUrgent: true, actions: RETRY, hasReport: true, more };
  }
  if (saving === "failing" && isOnline) {
    return { key: "state.save_failed", isUrgent: true, actions: RETRY, hasReport: true };
  }
  if (!isOnline) return { key: "state.offline" };
  if (view.leftoverAt !== null) {
    return {
      key: "state.leftover",
      actions: [
        ["state.leftover_take", { type: "leftover", choice: "take" }],
        ["state.leftover_wipe", { type: "leftover", choice: "wipe" }],
        ["state.leftover_leave", { type: "leftover", choice: "leave" }],
      ],
    };
  }
  if (saving === "local") return { key: "state.no_lms", actions: RETRY };
  return desk.recovered && saving === "kept" ? { key: desk.recovered } : null;
}

function NoticeBox({ scene, notice }: { scene: Scene; notice: Notice }) {
  const { words, dispatch, view, payload } = scene;
  const at = new Date(view.leftoverAt ?? 0);
  const date = at.toLocaleString(payload.course.language, { day: "numeric", month: "long", hour: "numeric", minute: "2-digit" });
  return (
    <div class={`notice${notice.isUrgent ? " notice--urgent" : ""}`}>
      <p>
        <Icon name="note" />
        <span>
          {words(notice.key, { date })} {notice.more && words(notice.more)}
        </span>
      </p>
      {notice.actions?.map(([key, action]) => (
        <button key={key} class="btn btn--ghost" type="button" onClick={() => dispatch(action)}>
          {words(key)}
        </button>
      ))}
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
