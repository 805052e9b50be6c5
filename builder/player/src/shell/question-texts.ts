/** The words of the questions, which stand ready in the page: read once, before anything is drawn. */

import type { QuestionId } from "../payload";

export interface QuestionText {
  /** Ready HTML of the situation, "" when there is none. */
  situation: string;
  prompt: string;
  /** Ready HTML of the hint, "" when there is none. */
  hint: string;
  options: ReadonlyMap<string, string>;
}

/**
 * Takes the questions out of the page, which held them for readers without script. What comes back
 * is the HTML of the build, never anything a learner wrote.
 */
export function takeQuestions(doc: Document): Map<QuestionId, QuestionText> {
  const texts = new Map<QuestionId, QuestionText>();
  for (const section of doc.querySelectorAll<HTMLElement>("section[data-question]")) {
    const inside = (selector: string) => section.querySelector(selector)?.innerHTML.trim() ?? "";
    const options = new Map<string, string>();
    for (const option of section.querySelectorAll<HTMLElement>("[data-option]")) {
      options.set(option.dataset["option"] ?? "", option.innerHTML.trim());
    }
    texts.set(section.dataset["question"] ?? "", {
      situation: inside(".question__case"),
      prompt: inside(".question__prompt"),
      hint: inside(".question__hint"),
      options,
    });
    section.remove();
  }
  return texts;
}
