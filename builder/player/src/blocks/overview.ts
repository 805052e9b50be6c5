/** Overviews of the library: everything is in the page, and the filters of a table work from here on. */

import type { Words } from "../shell/words";

/** Shows the filters of every overview that has them. */
export function mountOverviews(doc: Document, words: Words): void {
  for (const filters of doc.querySelectorAll<HTMLFieldSetElement>(".filters")) {
    const rows = [...(filters.parentElement?.querySelectorAll<HTMLTableRowElement>("tbody tr") ?? [])];
    const fields = [...filters.querySelectorAll<HTMLInputElement>("input, select")];

    const apply = (): void => {
      for (const row of rows) {
        row.hidden = !fields.every(({ value, dataset: { column } }) =>
          column
            ? !value || row.cells[+column]?.dataset["values"]?.split("|").includes(value)
            : row.innerText.toLowerCase().includes(value.trim().toLowerCase()),
        );
      }
      const m = rows.filter((row) => !row.hidden).length;
      const status = filters.querySelector("p");
      if (status) status.textContent = words(m ? "overview.shown" : "overview.none", { m, total: rows.length });
    };

    filters.hidden = false;
    filters.addEventListener("input", apply);
    filters.querySelector("button")?.addEventListener("click", () => {
      for (const field of fields) field.value = "";
      apply();
      fields[0]?.focus();
    });
    apply();
  }
}
