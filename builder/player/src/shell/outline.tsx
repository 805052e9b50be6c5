/** The contents as a route of stops: at the side of a wide screen, in a dialog on a small one. */

import type { ModulePayload, PageId } from "../payload";
import { Icon } from "./icon";
import { Modal } from "./modal";
import { findPage, moduleTitle, progressText, stopOf } from "./progress";
import { pageOf } from "./route";
import type { Scene } from "./scene";

/** `prefix` keeps ids unique when the outline is drawn twice. */
export function Outline({ scene, prefix }: { scene: Scene; prefix: string }) {
  const { payload, view, words, route, arrange } = scene;
  return (
    <div class="rail__in">
      <div class="rail__head">
        <Meter share={view.progress} />
        <p>{progressText(scene)}</p>
      </div>
      <a class="stop stop--start" href="#start" aria-current={route.kind === "start" ? "page" : undefined}>
        {words("nav.start")}
      </a>
      <button class="stop" type="button" aria-haspopup="dialog" onClick={() => arrange({ dialog: "search" })}>
        <Icon name="search" />
        {words("search.title")}
      </button>
      {payload.modules.map((module) => (
        <Stops key={module.id} scene={scene} module={module} id={`${prefix}-${module.id}`} />
      ))}
      {document.getElementById("glossary") && (
        <a class="stop stop--start" href="#glossary" aria-current={route.kind === "glossary" ? "page" : undefined}>
          {words("glossary.title")}
        </a>
      )}
      <p class="rail__rule">{words("progress.rule")}</p>
    </div>
  );
}

interface StopsProps {
  scene: Scene;
  module: ModulePayload;
  id: string;
}

function Stops({ scene: { payload, view, words, route }, module, id }: StopsProps) {
  const page = pageOf(route);
  const current = page && stopOf(payload, page);
  const done = module.pages.filter((page) => view.done.has(page)).length;
  return (
    <>
      <p class="rail__module" id={id}>
        <span>{moduleTitle(module, words)}</span>
        <span class="rail__count">
          {words("result.of", { n: done, total: module.pages.length })}
          <span class="vh"> {words("status.done")}</span>
        </span>
      </p>
      <ol class="route" aria-labelledby={id}>
        {module.pages.map((page) => (
          <Stop
            key={page}
            page={page}
            title={findPage(payload, page)?.title ?? ""}
            isDone={view.done.has(page)}
            isCurrent={page === current}
            words={words}
          />
        ))}
      </ol>
    </>
  );
}

interface StopProps {
  page: PageId;
  title: string;
  isDone: boolean;
  isCurrent: boolean;
  words: Scene["words"];
}

function Stop({ page, title, isDone, isCurrent, words }: StopProps) {
  const status = words(isDone ? "status.done" : isCurrent ? "status.current" : "status.todo");
  return (
    <li class={isDone ? "is-done" : isCurrent ? "is-now" : ""}>
      <a class="stop" href={`#p-${page}`} aria-current={isCurrent ? "page" : undefined}>
        <span class="dot">{isDone && <Icon name="check" />}</span>
        <span>
          {title} <span class="vh">({status})</span>
        </span>
      </a>
    </li>
  );
}

export function Meter({ share }: { share: number }) {
  return (
    <div class="meter" aria-hidden="true">
      <i style={{ width: `${share * 100}%` }} />
    </div>
  );
}

/** The outline of a small screen; a link in it closes it. */
export function OutlineDialog({ scene }: { scene: Scene }) {
  const { words, arrange } = scene;
  return (
    <Modal class="drawer" labelledBy="drawer-title" onClose={() => arrange({ dialog: "none" })}>
      <div class="drawer__head">
        <h2 id="drawer-title">{words("nav.contents.label")}</h2>
        <button class="tool" type="button" data-close>
          <Icon name="close" />
          {words("nav.close")}
        </button>
      </div>
      <nav aria-labelledby="drawer-title">
        <Outline scene={scene} prefix="drawer" />
      </nav>
    </Modal>
  );
}
