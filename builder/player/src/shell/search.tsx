/** Looking for words in the course: a field, and below it the places where they stand. */

import { find, readPassages, type Hit, type Passage } from "../passages";
import { Icon } from "./icon";
import { Modal } from "./modal";
import { focusOn, type Scene } from "./scene";

/** More would not be read. */
const MOST_HITS = 20;

let passages: readonly Passage[] | null = null;

export function SearchDialog({ scene: { words, desk, arrange } }: { scene: Scene }) {
  passages ??= readPassages(document);
  const hits = find(passages, desk.query);
  const close = () => {
    arrange({ dialog: "none" });
    // The contents dialog that this was opened from has gone; on a wide screen focus is back already.
    if (document.activeElement === document.body) focusOn(".tool--toc");
  };
  return (
    <Modal class="sheet search" labelledBy="search-title" onClose={close}>
      <div class="drawer__head">
        <h2 id="search-title">{words("search.title")}</h2>
        <button class="tool" type="button" data-close>
          <Icon name="close" />
          <span class="tool__label">{words("nav.close")}</span>
        </button>
      </div>
      <div class="sheet__in">
        <label for="search-field">{words("search.label")}</label>
        <input
          id="search-field"
          class="field"
          type="search"
          autofocus
          autocomplete="off"
          value={desk.query}
          onInput={({ currentTarget }) => arrange({ query: currentTarget.value })}
        />
        <p class="quiet" role="status">
          {hits && words(hits.length ? "search.found" : "search.none", hits.length ? { n: hits.length } : {})}
        </p>
        {hits && hits.length > 0 && <Hits hits={hits} />}
      </div>
    </Modal>
  );
}

function Hits({ hits }: { hits: readonly Hit[] }) {
  return (
    <ul class="hits">
      {hits.slice(0, MOST_HITS).map(({ passage, snippet: [before, found, after] }) => (
        <li key={passage.address}>
          <a class="stop" href={passage.address}>
            <span>
              <strong>{passage.heading ? `${passage.title}: ${passage.heading}` : passage.title}</strong>
              <span class="hits__text">
                {before}
                <mark>{found}</mark>
                {after}
              </span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
