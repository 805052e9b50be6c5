/** The question types, in alphabetical order. A new one is a file beside this one and two lines here. */

import { branching } from "./branching";
import { categorise } from "./categorise";
import { gaps } from "./gaps";
import { judgement } from "./judgement";
import { matching } from "./matching";
import { multipleChoice } from "./multiple-choice";
import { numeric } from "./numeric";
import { ordering } from "./ordering";
import { rating } from "./rating";
import { reflection } from "./reflection";
import { shortText } from "./short-text";
import { singleChoice } from "./single-choice";
import { trueFalse } from "./true-false";
import type { QuestionType } from "./type";

export const questionTypes: readonly QuestionType[] = [
  branching,
  categorise,
  gaps,
  judgement,
  matching,
  multipleChoice,
  numeric,
  ordering,
  rating,
  reflection,
  shortText,
  singleChoice,
  trueFalse,
];

/** The type by the author's word; start.ts refuses a payload that holds any other. */
export function questionType(type: string): QuestionType {
  const found = questionTypes.find((candidate) => candidate.type === type);
  if (!found) throw new Error(`unknown question type ${type}`);
  return found;
}
