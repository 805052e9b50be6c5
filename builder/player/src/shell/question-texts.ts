/** The words of the questions, which stand ready in the page: read once, before anything is drawn. */

import type { QuestionId } from "../payload";

export interface QuestionText {
  /** Ready HTML of the situation, "" when there is none. */
  situation: string;
  /** The paragraphs of it that may be folded away, and those that always stay. */
  folding: string;
  staying: string;
  prompt: string;
  /** Ready HTML of the hint, "" when there is none. */
  hint: string;
  /** Ready HTML of what stands under the prompt, by the key of the item. */
  items: ReadonlyMap<string, string>;
}

/**
 * Takes the questions out of the page, which held them for readers without script. What comes back
 * is the HTML of the build, never anything a learner wrote.
 */
export function takeQuestions(doc: Document): Map<QuestionId, QuestionText> {
  const texts = new Map<QuestionId, QuestionText>();
  for (const section of doc.querySelectorAll<HTMLElement>("section[data-question]")) {
    const inside = (selector: string) => section.querySelector(selector)?.innerHTML.trim() ?? "";
    const parts = [...(section.querySelector(".question__case")?.children ?? [])];
    const join = (stays: boolean) =>
      parts.flatMap((part) => (mayHelp(part) === stays ? [part.outerHTML] : [])).join("");
    const items = new Map<string, string>();
    for (const item of section.querySelectorAll<HTMLElement>("[data-item]")) {
      items.set(item.dataset["item"] ?? "", item.innerHTML.trim());
    }
    texts.set(section.dataset["question"] ?? "", {
      situation: inside(".question__case"),
      folding: join(false),
      staying: join(true),
      prompt: inside(".question__prompt"),
      hint: inside(".question__hint"),
      items,
    });
    section.remove();
  }
  return texts;
}

/** Whether a paragraph can name a helpline: it has a link, or a number of three digits or more. */
function mayHelp(part: Element): boolean {
  return part.querySelector("a") !== null || /\d{3}/.test(part.textContent ?? "");
}
