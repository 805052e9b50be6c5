/** Text behind a line that opens it, as the blocks of a lesson have it. */

import type { ComponentChildren } from "preact";
import { Icon } from "./icon";

interface FoldProps {
  /** A class of its own, for its place. */
  look: string;
  head: ComponentChildren;
  children: ComponentChildren;
}

export function Fold({ look, head, children }: FoldProps) {
  return (
    <details class={`fold ${look}`}>
      <summary>
        <span>{head}</span>
        <Icon name="down" />
      </summary>
      <div class="fold__body">{children}</div>
    </details>
  );
}
