/** Reads what a component draws, without a browser: the player's own components hold no state. */

import type { ComponentChild, VNode } from "preact";
import type { QuestionPayload } from "../../builder/player/src/payload";
import type { Words } from "../../builder/player/src/shell/words";

/** Every string is its key. */
export const words: Words = (key) => key;

/** What a component of a question type gets from the shell; the HTML of an item is its key. */
export function surroundings(question: QuestionPayload) {
  return {
    question,
    words,
    html: (key: string) => key,
    answerTo: () => undefined,
    notes: {
      exist: false,
      text: () => "",
      clear: () => undefined,
      nameOf: (id: string) => `q_${id}`,
      read: (name: string) => `note ${name}`,
      mount: () => undefined,
    },
  };
}

/** The list items in what is drawn, each as the look in its class and its words. */
export function readList(drawn: ComponentChild): string[] {
  return elements(drawn)
    .filter(({ type }) => type === "li")
    .map((item) => {
      const [, look = ""] = /--(\w+)/.exec(String((item.props as { class?: string }).class)) ?? [];
      return [look, ...wordsIn(item)].join(" ");
    });
}

/** The kinds of controls in what is drawn, each once. */
export function readControls(drawn: ComponentChild): string[] {
  const kinds = elements(drawn).map(({ type, props }) =>
    type === "input" ? String((props as { type?: unknown }).type) : String(type),
  );
  return [...new Set(kinds)].filter((kind) => ["button", "checkbox", "radio", "select", "text"].includes(kind));
}

/** Elements of the page, in order; components are asked what they draw. */
function elements(drawn: ComponentChild): VNode[] {
  if (Array.isArray(drawn)) return drawn.flatMap(elements);
  if (!isNode(drawn)) return [];
  const { type, props } = drawn;
  if (typeof type === "function") return elements((type as (props: unknown) => ComponentChild)(props));
  return [drawn, ...elements((props as { children?: ComponentChild }).children)];
}

function isNode(drawn: ComponentChild): drawn is VNode {
  return typeof drawn === "object" && drawn !== null && "type" in drawn;
}

function wordsIn(drawn: ComponentChild): string[] {
  if (Array.isArray(drawn)) return drawn.flatMap(wordsIn);
  if (typeof drawn === "string" || typeof drawn === "number") return [String(drawn)];
  if (!isNode(drawn)) return [];
  const { type, props } = drawn;
  if (typeof type === "function") return wordsIn((type as (props: unknown) => ComponentChild)(props));
  const { children, dangerouslySetInnerHTML: html } = props as {
    children?: ComponentChild;
    dangerouslySetInnerHTML?: { __html: string };
  };
  return html ? [html.__html] : wordsIn(children);
}
