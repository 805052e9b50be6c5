/** The forms in which an answer may be typed: which one was meant, and what is explained. */

import type { Words } from "../shell/words";
import { cut } from "../text-code";
import { mistakes as countMistakes, normalise, type Strictness } from "../text-match";

export interface FormsPayload {
  /** Accepted forms; the first is the model answer. */
  answers: string[];
  /** Typing mistakes that are forgiven. */
  spelling: number;
  strict: Strictness[];
  /** Most characters that a learner can type. */
  maxLength: number;
  mistakes: { answer: string; feedback: string }[];
  /** Ready HTML per outcome. */
  feedback: { right: string; wrong: string };
}

/** What is known of a part of an answer that was judged. */
export interface Verdict {
  /** The answer as the learner reads it. */
  shown: string;
  /** How right it is: just as meant, in another way, or not. */
  outcome: "right" | "accepted" | "wrong";
  /** Ready HTML: why. */
  told: string;
  /** What was meant, the string that is said of it, and ready HTML: why it is right. */
  model: { text: string; mark: Parameters<Words>; told: string };
}

/** Exactly an accepted form, exactly an expected mistake, then the same with typing mistakes. */
export function judgeForm(forms: FormsPayload, text: string): Verdict {
  const { answers, mistakes, strict, spelling, feedback, maxLength } = forms;
  const shown = cut(text, maxLength);
  const own = normalise(shown, strict);
  const verdict = (outcome: Verdict["outcome"], told: string, form = answers[0] ?? "", mark = "mark.right"): Verdict => ({
    shown,
    outcome,
    told,
    model: { text: form, mark: [mark], told: feedback.right },
  });
  for (const limit of spelling > 0 ? [0, spelling] : [0]) {
    const isClose = (other: string) => isMeant(own, normalise(other, strict), limit);
    const form = answers.find(isClose);
    if (form !== undefined && limit > 0) return verdict("accepted", feedback.right, form, "mark.spelling");
    if (form !== undefined) return verdict(form === answers[0] ? "right" : "accepted", feedback.right);
    const mistake = mistakes.find((one) => isClose(one.answer));
    if (mistake) return verdict("wrong", mistake.feedback);
  }
  return verdict("wrong", feedback.wrong);
}

/** Another digit is another number, never a typing mistake. */
function isMeant(own: string, meant: string, limit: number): boolean {
  if (limit === 0) return own === meant;
  const figures = (text: string) => text.replace(/\D/g, "");
  return figures(own) === figures(meant) && countMistakes(own, meant, limit) <= limit;
}
