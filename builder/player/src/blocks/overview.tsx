/** Overviews of the library: the table is in the page; here it gets filters and a search field. */

import { render } from "preact";
import type { Words } from "../shell/words";

/** Adds filters to every overview with a column that asks for them. */
export function mountOverviews(doc: Document, words: Words): void {
  for (const overview of doc.querySelectorAll<HTMLElement>(".overview")) {
    const heads = [...overview.querySelectorAll<HTMLElement>("thead th")];
    const columns = heads.flatMap((head, at) => (head.dataset["filter"] === undefined ? [] : [at]));
    if (!columns.length) continue;
    const rows = [...overview.querySelectorAll<HTMLTableRowElement>("tbody tr")];
    const title = overview.querySelector("caption")?.textContent ?? "";
    const place = doc.createElement("fieldset");
    place.className = "filters";
    place.addEventListener("input", apply);
    overview.prepend(place);

    const valuesIn = (row: HTMLTableRowElement, column: number) =>
      row.cells[column]?.dataset["values"]?.split("|") ?? [];
    const fields = () => [...place.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input, select")];

    function apply(): void {
      const [search, ...chosen] = fields().map((field) => field.value.trim().toLocaleLowerCase());
      for (const row of rows) {
        const fits = columns.every(
          (column, at) => !chosen[at] || valuesIn(row, column).some((one) => one.toLocaleLowerCase() === chosen[at]),
        );
        row.hidden = !fits || !(row.textContent ?? "").toLocaleLowerCase().includes(search ?? "");
      }
      draw();
    }

    function clear(): void {
      for (const field of fields()) field.value = "";
      apply();
      place.querySelector("input")?.focus();
    }

    function draw(): void {
      const shown = rows.filter((row) => !row.hidden).length;
      const key = shown ? "overview.shown" : "overview.none";
      render(
        <>
          <legend>{title}</legend>
          <label>
            {words("overview.search")}
            <input type="search" />
          </label>
          {columns.map((column) => (
            <label key={column}>
              {heads[column]?.textContent}
              <select>
                <option value="">{words("overview.all")}</option>
                {[...new Set(rows.flatMap((row) => valuesIn(row, column)))].sort().map((value) => (
                  <option key={value}>{value}</option>
                ))}
              </select>
            </label>
          ))}
          <div>
            <p role="status">{words(key, { m: shown, total: rows.length })}</p>
            <button class="btn btn--ghost" type="button" onClick={clear}>
              {words("overview.clear")}
            </button>
          </div>
        </>,
        place,
      );
    }

    draw();
  }
}
