/** Icons come from the sprite at the top of the page; they never carry meaning alone. */

export type IconName =
  | "back" | "check" | "close" | "cross" | "down" | "exit" | "half" | "list" | "lock" | "next" | "note" | "prev" | "search" | "text";

export function Icon({ name }: { name: IconName }) {
  return (
    <svg aria-hidden="true">
      <use href={`#i-${name}`} />
    </svg>
  );
}
