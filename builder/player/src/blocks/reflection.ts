/** Private notes: kept in this browser only, never told to the LMS. */

import type { Payload, QuestionId } from "../payload";
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
  /** The name of the note to a question. */
  nameOf(question: QuestionId): string;
  /** What is written under a name. */
  read(name: string): string;
  /** Takes over a note that is drawn later than the page; null when it has gone. One at a time. */
  mount(section: HTMLElement | null): void;
}

interface Note {
  name: string;
  section: HTMLElement;
  field: HTMLTextAreaElement;
  /** Keeps what was written last. */
  save(): void;
  /** Empties the field and tells nothing. */
  clear(): void;
}

/** Fills the notes of the page and keeps them as they are written. */
export function mountReflections(doc: Document, payload: Payload, words: Words): Notes {
  const { id, title, language } = payload.course;
  const prefix = `lesbouwer:${id}:`;
  const nameOf = (question: QuestionId) => `q_${question}`;
  const asked = payload.pages.flatMap(({ id: page, title: quiz }) =>
    (payload.quizzes[page]?.pools ?? []).flatMap(({ questions }) =>
      questions.flatMap((question) => {
        const { isPrivate, text } = payload.questions[question] ?? {};
        return isPrivate ? [{ name: nameOf(question), quiz, text: text ?? "" }] : [];
      }),
    ),
  );
  /** What was written in this session to questions: there when the browser keeps nothing. */
  const written = new Map<string, string>();

  function take(section: HTMLElement): Note[] {
    const field = section.querySelector("textarea");
    const status = section.querySelector<HTMLElement>("[role=status]");
    const name = section.dataset["note"] ?? "";
    if (!field || !status) return [];
    return [{ name, section, field, ...keepNote(prefix + name, read(name), field, status, language, words) }];
  }

  function read(name: string): string {
    const field = [...notes, ...drawn].find((note) => note.name === name)?.field;
    try {
      return field?.value ?? written.get(name) ?? localStorage.getItem(prefix + name) ?? "";
    } catch {
      return "";
    }
  }

  let notes: Note[] = [];
  let drawn: Note[] = [];
  notes = [...doc.querySelectorAll<HTMLElement>("[data-note]")].flatMap(take);
  window.addEventListener("pagehide", () => [...notes, ...drawn].forEach((note) => note.save()));

  /** Notes to questions of an earlier version of the course: name and text. */
  function orphans(): [string, string][] {
    const known = [...notes, ...asked].map(({ name }) => prefix + name);
    try {
      return Object.keys(localStorage)
        .filter((key) => key.startsWith(prefix) && !known.includes(key))
        .map((key) => [key.slice(prefix.length), localStorage.getItem(key) ?? ""]);
    } catch {
      return [];
    }
  }

  return {
    exist: notes.length + asked.length > 0,
    text() {
      const inPages = notes.map(({ section, field }) => {
        const lesson = section.closest(".page")?.querySelector("h1")?.textContent ?? "";
        const question = section.querySelector("label")?.textContent ?? "";
        return [lesson, question, field.value].map((line) => line.trim());
      });
      const inQuizzes = asked.map(({ name, quiz, text }) => [quiz, text, read(name).trim()]);
      const all = [...[...inPages, ...inQuizzes].filter(([, , note]) => note), ...orphans()];
      return all.length ? [title, ...all.map((lines) => lines.join("\n\n"))].join("\n\n---\n\n") + "\n" : "";
    },
    clear() {
      for (const note of [...notes, ...drawn]) note.clear();
      for (const [name] of orphans()) localStorage.removeItem(prefix + name);
      written.clear();
      for (const { name } of asked) if (read(name)) localStorage.removeItem(prefix + name);
    },
    nameOf,
    read,
    mount(section) {
      for (const { name, field, save } of drawn) {
        save();
        written.set(name, field.value);
      }
      drawn = [];
      drawn = section ? take(section) : [];
    },
  };
}

function keepNote(
  key: string,
  before: string,
  field: HTMLTextAreaElement,
  status: HTMLElement,
  language: string,
  words: Words,
): Pick<Note, "save" | "clear"> {
  let kept = before;
  let timer: number | undefined;
  try {
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
  return {
    save,
    clear() {
      clearTimeout(timer);
      field.value = "";
      try {
        localStorage.removeItem(key);
        kept = "";
        status.textContent = "";
      } catch {
        status.textContent = words("reflect.failed");
      }
    },
  };
}

/** Hours and minutes; Dutch has a dot between them. */
function clock(time: Date, language: string): string {
  const text = time.toLocaleTimeString(language, { hour: "numeric", minute: "2-digit", hour12: false });
  return language === "nl" ? text.replace(":", ".") : text;
}
