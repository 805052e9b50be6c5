/** What the types share whose answer has several parts: points, a verdict and an explanation for each. */

import type { ComponentChildren } from "preact";
import type { Words } from "../shell/words";
import { explanation } from "./choice";
import { Mark } from "./mark";
import type { Explanation } from "./type";

export interface PartPayload {
  /** The author's letter. */
  key: string;
  /** Below 36: one digit in the state. */
  slot: number;
  /** Plain text, for labels and reports. */
  text: string;
  /** Ready HTML: why it belongs where it does. */
  feedback: string;
}

/** A text that goes on: "Bel terug." is "Bel terug" in a sentence of ours. */
export function bare(text: string): string {
  return text.replace(/\.$/, "");
}

/** Of which parts it may be told why: what is not right yet is explained at the end. */
export function explainParts<P extends PartPayload>(
  parts: readonly P[],
  isRight: (part: P, place: number) => boolean,
  isFinal: boolean,
): readonly Explanation[] {
  return parts.filter((part, place) => isFinal || isRight(part, place)).map(explanation);
}

/** How many parts are right, where that is not all of them. */
export function Count({ of: rights, words }: { of: readonly boolean[]; words: Words }) {
  const n = rights.filter(Boolean).length;
  return n < rights.length ? <p class="q__how">{words("mark.count", { n, total: rights.length })}</p> : null;
}

interface VerdictProps {
  isRight: boolean;
  /** The verdict in words. */
  mark: string;
  /** What would have been right; only where the learner may know it. */
  model: string | false;
  children: ComponentChildren;
}

export function PartVerdict({ isRight, mark, model, children }: VerdictProps) {
  return (
    <li class={`ans ans--${isRight ? "ok" : "no"}`}>
      <div>
        {children}
        <Mark icon={isRight ? "check" : "cross"}>{mark}</Mark>
        {model && <span class="part__model">{model}</span>}
      </div>
    </li>
  );
}
