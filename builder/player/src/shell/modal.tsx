/** A native modal dialog: focus stays inside, Escape closes, focus goes back where it came from. */

import type { ComponentChildren } from "preact";

interface ModalProps {
  class: string;
  /** Id of the heading inside. */
  labelledBy: string;
  describedBy?: string;
  onClose(): void;
  children: ComponentChildren;
}

/** Browsers from before the dialog element show it as a plain part of the page. */
const open = (dialog: HTMLDialogElement | null): void => dialog?.showModal?.();

/** Closes by Escape, by a click beside it, or by any element in it with data-close. */
export function Modal({ class: className, labelledBy, describedBy, onClose, children }: ModalProps) {
  return (
    <dialog
      class={className}
      ref={open}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      onClose={onClose}
      onClick={({ target, currentTarget }) => {
        const isOutside = target === currentTarget;
        if (!isOutside && !(target as Element).closest("a, [data-close]")) return;
        if (currentTarget.close) currentTarget.close();
        else onClose();
      }}
    >
      {children}
    </dialog>
  );
}
