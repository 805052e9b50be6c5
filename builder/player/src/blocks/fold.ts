/** Folds are native; for print they all open, because paper has nothing to click. */

export function mountFolds(doc: Document, win: Window): void {
  let opened: HTMLDetailsElement[] = [];
  win.addEventListener("beforeprint", () => {
    opened = [...doc.querySelectorAll<HTMLDetailsElement>(".fold:not([open])")];
    for (const fold of opened) fold.open = true;
  });
  win.addEventListener("afterprint", () => {
    for (const fold of opened) fold.open = false;
    opened = [];
  });
}
