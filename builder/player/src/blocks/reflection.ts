/** Private notes: kept in this browser only, never told to the LMS. */

import type { Payload } from "../payload";
import type { Words } from "../shell/words";

const REST_MS = 1000;

/** Fills the notes of the page and keeps them as they are written. */
export function mountReflections(doc: Document, payload: Payload, words: Words): void {
  const { id, language } = payload.course;
  for (const section of doc.querySelectorAll<HTMLElement>("[data-note]")) {
    const field = section.querySelector("textarea");
    const status = section.querySelector<HTMLElement>("[role=status]");
    if (field && status) keepNote(`lesbouwer:${id}:${section.dataset["note"]}`, field, status, language, words);
  }
}

function keepNote(
  key: string,
  field: HTMLTextAreaElement,
  status: HTMLElement,
  language: string,
  words: Words,
): void {
  let kept = "";
  let timer: number | undefined;
  try {
    kept = localStorage.getItem(key) ?? "";
    localStorage.setItem(key, kept);
    if (!kept) localStorage.removeItem(key);
  } catch {
    status.textContent = words("reflect.failed");
  }
  if (kept) field.value = kept;

  const save = () => {
    clearTimeout(timer);
    if (field.value === kept) return;
    try {
      if (field.value) localStorage.setItem(key, field.value);
      else localStorage.removeItem(key);
      kept = field.value;
      status.textContent = words("reflect.saved", { time: clock(new Date(), language) });
    } catch {
      status.textContent = words("reflect.failed");
    }
  };
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(save, REST_MS);
  });
  field.addEventListener("blur", save);
  window.addEventListener("pagehide", save);
}

/** Hours and minutes; Dutch has a dot between them. */
function clock(time: Date, language: string): string {
  const text = time.toLocaleTimeString(language, { hour: "numeric", minute: "2-digit", hour12: false });
  return language === "nl" ? text.replace(":", ".") : text;
}
