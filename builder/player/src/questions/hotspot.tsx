/** A choice from a list that can also be pointed at in a picture: the same options, as numbered areas. */

import type { Answer } from "../store";
import {
  CheckboxList,
  choice,
  correctKeys,
  plainVerdict,
  RadioList,
  toggled,
  VerdictList,
  type ChoicePayload,
  type Judge,
  type OptionPayload,
} from "./choice";
import { score as scoreSeveral, verdict as judgeSeveral } from "./multiple-choice";
import { score as scoreOne } from "./single-choice";
import type { CheckedProps, ControlProps, QuestionType } from "./type";

export interface HotspotPayload extends ChoicePayload {
  /** `area`: from the left, from the top, width and height, in percent of the picture. */
  options: (OptionPayload & { area: number[] })[];
}

const hasSeveral = (question: HotspotPayload) => correctKeys(question).length > 1;

interface PictureProps {
  question: HotspotPayload;
  html: string;
  /** Words that say how an area looks, as the end of a class. */
  look(key: string): string;
  /** Without it the areas only show. */
  onChoose?(key: string): void;
}

/** The areas are no stops for the keyboard: the list below has the same options. */
function Picture({ question, html, look, onChoose }: PictureProps) {
  return (
    <div class="spots">
      <div dangerouslySetInnerHTML={{ __html: html }} />
      {question.options.map(({ key, text, area: [left, top, width, height] }, at) => {
        const style = { left: `${left}%`, top: `${top}%`, width: `${width}%`, height: `${height}%` };
        const shared = { key, style, class: `spot spot--${look(key)}` };
        return onChoose ? (
          <button {...shared} type="button" tabIndex={-1} aria-pressed={look(key) === "chosen"} onClick={() => onChoose(key)}>
            <b>{at + 1}</b> <span class="vh">{text}</span>
          </button>
        ) : (
          <span {...shared} aria-hidden="true">
            <b>{at + 1}</b>
          </span>
        );
      })}
    </div>
  );
}

/** The words of an option with the number that its area has. */
function numbered({ question, html }: { question: HotspotPayload; html(key: string): string }) {
  return (key: string) => `<b>${question.options.findIndex((option) => option.key === key) + 1}.</b> ${html(key)}`;
}

function Control(props: ControlProps<HotspotPayload>) {
  const { question, html, answer, onChange } = props;
  const List = hasSeveral(question) ? CheckboxList : RadioList;
  const next = (key: string): Answer => (hasSeveral(question) ? toggled(question, answer, key) : [key]);
  return (
    <>
      <Picture
        question={question}
        html={html("picture")}
        look={(key) => (answer.includes(key) ? "chosen" : "open")}
        onChoose={(key) => onChange(next(key))}
      />
      <List {...props} html={numbered(props)} />
    </>
  );
}

function Checked(props: CheckedProps<HotspotPayload>) {
  const { question, html, answer, isFinal } = props;
  const judge: Judge = hasSeveral(question) ? judgeSeveral : plainVerdict;
  const look = (key: string) => judge(question, key, answer.includes(key), isFinal)?.look ?? "plain";
  return (
    <>
      <Picture question={question} html={html("picture")} look={look} />
      <VerdictList {...props} html={numbered(props)} judge={judge} isMultiple={hasSeveral(question)} />
    </>
  );
}

export const hotspot: QuestionType<HotspotPayload> = {
  ...choice,
  type: "hotspot",
  score: (question, answer) => (hasSeveral(question) ? scoreSeveral : scoreOne)(question, answer),
  instruction: (question, words) => words(hasSeveral(question) ? "quiz.spots" : "quiz.spot"),
  Control,
  Checked,
};
