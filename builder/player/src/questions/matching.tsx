/** What belongs to what: a list to choose from for each item. */

import { PartList, pairs, type PairsPayload } from "./pairs";
import type { QuestionType } from "./type";

export const matching: QuestionType<PairsPayload> = {
  ...pairs,
  type: "matching",
  Control: (props) => <PartList {...props} hasButtons={false} />,
};
