/** The bar on top: contents, where you are, whether it is kept, display, save and exit; below it the route. */

import type { PageId } from "../payload";
import type { View } from "../store";
import { leave } from "./exit";
import { Icon } from "./icon";
import { findPage, lessonPosition, moduleOf, moduleTitle, stopOf } from "./progress";
import { pageOf } from "./route";
import type { Scene } from "./scene";

export function AppBar({ scene }: { scene: Scene }) {
  const { payload, view, words, desk, arrange } = scene;
  const hasEnded = view.phase === "ended";
  return (
    <>
      <div class="appbar__row">
        {!hasEnded && (
          <button
            class="tool tool--toc"
            type="button"
            aria-haspopup="dialog"
            aria-expanded={desk.dialog === "outline"}
            onClick={() => arrange({ dialog: "outline" })}
          >
            <Icon name="list" />
            {words("nav.contents")}
          </button>
        )}
        <p class="appbar__title">{payload.course.title}</p>
        <p class="appbar__step">{stepText(scene)}</p>
        <p class="appbar__saved">{savedText(scene)}</p>
        {!hasEnded && (
          <>
            <button
              class="tool"
              type="button"
              aria-haspopup="dialog"
              aria-expanded={desk.dialog === "display"}
              onClick={() => arrange({ dialog: "display" })}
            >
              <Icon name="text" />
              <span class="tool__label">{words("view.title")}</span>
            </button>
            <button class="tool tool--exit" type="button" onClick={() => leave(scene)}>
              <Icon name="exit" />
              <span class="tool__label">{words("nav.exit")}</span>
            </button>
          </>
        )}
      </div>
      {!hasEnded && <Segments scene={scene} />}
    </>
  );
}

/** One segment for each page of the module: the route along the top of a small screen. */
function Segments({ scene: { payload, view, words, route } }: { scene: Scene }) {
  const page = pageOf(route);
  const current = page && stopOf(payload, page);
  const module = moduleOf(payload, current);
  if (!module) return null;
  const done = module.pages.filter((page) => view.done.has(page)).length;
  const label = words("progress.bar", {
    module: moduleTitle(module, words),
    m: done,
    total: module.pages.length,
  });
  return (
    <div class="steps" role="img" aria-label={label}>
      {module.pages.map((page) => (
        <i key={page} class={view.done.has(page) ? "is-done" : ""}>
          {page === current && !view.done.has(page) && <b style={{ width: `${begunPercent(view, page)}%` }} />}
        </i>
      ))}
    </div>
  );
}

/** How far the page is that the learner is on: of a quiz the share that was answered, and never nothing. */
function begunPercent({ quizzes }: View, page: PageId): number {
  const quiz = quizzes.get(page);
  return Math.max(12, quiz ? (quiz.answered / quiz.total) * 100 : 0);
}

function stepText({ route, payload, words, view }: Scene): string {
  if (view.phase === "ended" || !("page" in route)) return "";
  if (route.kind === "question") {
    const questions = view.quizzes.get(route.page)?.asked ?? [];
    return words("quiz.question", { n: questions.indexOf(route.question) + 1, total: questions.length });
  }
  if (route.kind === "result") return words("result.title");
  const position = lessonPosition(payload, route.page);
  if (position) return words("progress.lesson", position);
  if (findPage(payload, route.page)?.kind === "check") return words("check.title");
  const module = moduleOf(payload, route.page);
  if (!module) return "";
  return module.number === null ? module.title : words("progress.quiz", { n: module.number });
}

/**
 * Says kept only of what is kept. Not read out by itself: it changes at every answer. What goes wrong,
 * and that it is right again, the banner tells.
 */
function savedText({ view, words }: Scene) {
  if (view.phase === "searching") return <span class="late">{words("state.loading")}</span>;
  const key = savedKey(view);
  return key && words(key);
}

export function savedKey({ phase, saving, done, answers }: View): string {
  if (phase !== "running") return "";
  if (saving === "saving") return "state.busy";
  return saving === "kept" && (done.size > 0 || answers.size > 0) ? "state.kept" : "";
}
