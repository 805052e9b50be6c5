/** Each item in one of a few categories: buttons side by side, or a list when there are many. */

import { PartList, pairs, type PairsPayload } from "./pairs";
import type { QuestionType } from "./type";

/** With more, a row of buttons is more to read than a list. */
const MOST_BUTTONS = 4;

export const categorise: QuestionType<PairsPayload> = {
  ...pairs,
  type: "categorise",
  Control: (props) => <PartList {...props} hasButtons={props.question.choices.length <= MOST_BUTTONS} />,
};
