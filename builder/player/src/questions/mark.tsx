/** The verdict of one part of an answer: an icon and words, never an icon alone. */

import { Icon, type IconName } from "../shell/icon";

export function Mark({ icon, children }: { icon: IconName | null; children: string }) {
  return (
    <span class="mark">
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </span>
  );
}
