/** Tells when the end of a lesson was seen. */

import type { PageId } from "../payload";

/** Calls back each time the pager at the end of a lesson comes into view, or its next link is used. */
export function watchLessonEnds(doc: Document, onEnd: (page: PageId) => void): void {
  const pageOf = (element: Element) => element.closest<HTMLElement>(".page")?.dataset["page"];
  const observer =
    "IntersectionObserver" in window
      ? new IntersectionObserver((entries) => {
          for (const { isIntersecting, target } of entries) {
            const page = isIntersecting ? pageOf(target) : undefined;
            if (page) onEnd(page);
          }
        })
      : null;
  for (const pager of doc.querySelectorAll<HTMLElement>('[data-kind="lesson"] .pager')) {
    observer?.observe(pager);
    pager.addEventListener("click", (event) => {
      const link = (event.target as Element).closest("a");
      const page = pageOf(pager);
      if (page && link && !link.classList.contains("btn--text")) onEnd(page);
    });
  }
}
