/** What every view of the shell draws from, and how it asks for change. */

import type { Notes } from "../blocks/reflection";
import type { Display } from "../display";
import type { Payload, QuestionId } from "../payload";
import type { Action, Answer, AnswerRecord, Store, View } from "../store";
import type { QuestionText } from "./question-texts";
import type { Route } from "./route";
import type { Words } from "./words";

/** What is on the screen and nowhere else: never kept, gone with the next view. */
export interface Desk {
  dialog: "none" | "outline" | "exit" | "display" | "search";
  /** Words to look for in the course. */
  query: string;
  /** How far deleting the private notes is. */
  notes: "none" | "asking" | "cleared";
  /** What is chosen or typed and not yet checked; null while this view has not been touched. */
  answer: Answer | null;
  /** The learner asked to check what cannot be judged: key of the sentence that says why. */
  missing: string | null;
  isRetrying: boolean;
  isHintOpen: boolean;
  /** In a session that only looks on, an answer lives here. */
  practised: AnswerRecord | null;
  /** How copying the report for the help desk went. */
  copying: "none" | "copied" | "refused";
  /** Trouble is over: the key of the good news, until the next view; else "". */
  recovered: string;
}

export const emptyDesk: Desk = {
  dialog: "none",
  query: "",
  notes: "none",
  answer: null,
  missing: null,
  isRetrying: false,
  isHintOpen: false,
  practised: null,
  copying: "none",
  recovered: "",
};

export interface Scene {
  store: Store;
  payload: Payload;
  view: View;
  route: Route;
  desk: Desk;
  words: Words;
  texts: ReadonlyMap<QuestionId, QuestionText>;
  display: Display;
  notes: Notes;
  isOnline: boolean;
  /** Everything is drawn again before this returns. */
  dispatch(action: Action): void;
  /** Changes the desk; everything is drawn again before this returns, so that focus can follow. */
  arrange(change: Partial<Desk>): void;
}

/** Puts focus on what was just drawn. */
export function focusOn(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}
