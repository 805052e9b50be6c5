/** Several answers may be right: each right one counts, each wrong one takes a right one away. */

import type { Answer, Score } from "../store";
import {
  CheckboxList,
  choice,
  correctKeys,
  knownKeys,
  plainVerdict,
  VerdictList,
  shuffle,
  type ChoicePayload,
  type Verdict,
} from "./choice";
import { invalid, scored, type QuestionType } from "./type";

/** earned = max(0, right − wrong) ÷ number of right options × points */
export function score(question: ChoicePayload, answer: Answer): Score {
  const chosen = knownKeys(question, answer);
  if (chosen.length === 0) return invalid("quiz.empty");
  const rights = correctKeys(question);
  const right = chosen.filter((key) => rights.includes(key)).length;
  return scored(question, Math.max(0, 2 * right - chosen.length) / Math.max(1, rights.length));
}

/** Each option left out is a choice as well. */
export function verdict(question: ChoicePayload, key: string, isChosen: boolean, isFinal: boolean): Verdict | null {
  if (isChosen || !isFinal) return plainVerdict(question, key, isChosen, isFinal);
  return correctKeys(question).includes(key)
    ? { look: "open", icon: "check", key: "mark.missed" }
    : { look: "plain", icon: null, key: "mark.left" };
}

export const multipleChoice: QuestionType<ChoicePayload> = {
  ...choice,
  type: "multiple-choice",
  score,
  shuffle,
  instruction: (_, words) => words("quiz.choose_all"),
  Control: CheckboxList,
  Checked: (props) => <VerdictList {...props} judge={verdict} isMultiple />,
};
