/** What the start page offers to someone who was here before. */

import { CertificateLink } from "./certificate";
import { Icon } from "./icon";
import { Meter } from "./outline";
import { findPage, progressText } from "./progress";
import type { Scene } from "./scene";

/** Someone has a page to go back to. */
export function hasBegun({ view }: Scene): boolean {
  return view.bookmark !== null || view.done.size > 0;
}

export function StartActions({ scene }: { scene: Scene }) {
  const { payload, view, words } = scene;
  const first = payload.pages[0];
  const resume = view.bookmark === null ? first : findPage(payload, view.bookmark) ?? first;
  // The quiz whose result tells how the course went: the last one.
  const result = view.completed ? payload.pages.filter((page) => payload.quizzes[page.id]?.isScored).at(-1) : undefined;
  if (!first || !resume) return null;
  return (
    <section class="resume">
      <Meter share={view.progress} />
      <p class="quiet">
        {progressText(scene)}
      </p>
      {view.completed && (
        <p class="resume__done">
          <Icon name="check" />
          <span>{view.success === "passed" ? `${words("result.passed")}. ` : ""}{words("start.done")}</span>
        </p>
      )}
      <p class="resume__where">{words("start.was_at", { title: resume.title })}</p>
      <div class="actions">
        <a class="btn" href={`#p-${resume.id}`}>
          {words("start.resume")}
          <Icon name="next" />
        </a>
        {resume !== first && (
          <a class="btn btn--ghost" href={`#p-${first.id}`}>
            {words("start.restart")}
          </a>
        )}
        {result && (
          <a class="btn btn--ghost" href={`#r-${result.id}`}>
            {words("start.to_result")}
          </a>
        )}
        <CertificateLink scene={scene} />
      </div>
    </section>
  );
}
