/** Private notes: kept in this browser only, never told to the LMS. */

import type { Payload } from "../payload";
import type { Words } from "../shell/words";

const REST_MS = 1000;

/** All notes of the course together. */
export interface Notes {
  /** Whether this course asks for notes at all. */
  readonly exist: boolean;
  /** Course, lesson, question and note, to take along; empty without notes. */
  text(): string;
  /** Deletes what was written, here and in the browser, also for questions that the course no longer has. */
  clear(): void;
}

interface Note {
  name: string;
  section: HTMLElement;
  field: HTMLTextAreaElement;
  /** Empties the field and tells nothing. */
  clear(): void;
}

/** Fills the notes of the page and keeps them as they are written. */
export function mountReflections(doc: Document, payload: Payload, words: Words): Notes {
  const { id, title, language } = payload.course;
  const prefix = `lesbouwer:${id}:`;
  const notes: Note[] = [];
  for (const section of doc.querySelectorAll<HTMLElement>("[data-note]")) {
    const field = section.querySelector("textarea");
    const status = section.querySelector<HTMLElement>("[role=status]");
    const name = section.dataset["note"] ?? "";
    if (!field || !status) continue;
    notes.push({ name, section, field, clear: keepNote(prefix + name, field, status, language, words) });
  }

  /** Notes to questions of an earlier version of the course: name and text. */
  function orphans(): [string, string][] {
    try {
      return Object.keys(localStorage)
        .filter((key) => key.startsWith(prefix) && !notes.some(({ name }) => key === prefix + name))
        .map((key) => [key.slice(prefix.length), localStorage.getItem(key) ?? ""]);
    } catch {
      return [];
    }
  }

  return {
    exist: notes.length > 0,
    text() {
      const written = notes.filter(({ field }) => field.value);
      const parts = written.map(({ section, field }) => {
        const lesson = section.closest(".page")?.querySelector("h1")?.textContent ?? "";
        const question = section.querySelector("label")?.textContent ?? "";
        return [lesson, question, field.value].map((line) => line.trim());
      });
      const all = [...parts, ...orphans()];
      return all.length ? [title, ...all.map((lines) => lines.join("\n\n"))].join("\n\n---\n\n") + "\n" : "";
    },
    clear() {
      for (const note of notes) note.clear();
      for (const [name] of orphans()) localStorage.removeItem(prefix + name);
    },
  };
}

function keepNote(
  key: string,
  field: HTMLTextAreaElement,
  status: HTMLElement,
  language: string,
  words: Words,
): () => void {
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
  return () => {
    clearTimeout(timer);
    field.value = "";
    try {
      localStorage.removeItem(key);
      kept = "";
      status.textContent = "";
    } catch {
      status.textContent = words("reflect.failed");
    }
  };
}

/** Hours and minutes; Dutch has a dot between them. */
function clock(time: Date, language: string): string {
  const text = time.toLocaleTimeString(language, { hour: "numeric", minute: "2-digit", hour12: false });
  return language === "nl" ? text.replace(":", ".") : text;
}
