/** The frame of a table is a landmark and a stop for the keyboard only while there is more to see. */

export function mountTables(doc: Document): void {
  const watcher = new ResizeObserver((entries) => {
    for (const { target: frame } of entries) {
      const isWide = frame.scrollWidth > frame.clientWidth;
      frame.setAttribute("role", isWide ? "region" : "group");
      if (isWide) frame.setAttribute("tabindex", "0");
      else frame.removeAttribute("tabindex");
    }
  });
  for (const frame of doc.querySelectorAll(".table")) watcher.observe(frame);
}
