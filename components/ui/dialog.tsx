"use client";

import clsx from "clsx";
import { X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { IconButton } from "./icon-button.tsx";

type DialogProps = {
  title: ReactNode;
  description?: ReactNode;
  /** `DialogBody` and `DialogFooter`, inside a `<form className="contents">` where there is a form. */
  children: ReactNode;
  /** The user asked to close. The dialog stays until its owner stops rendering it. */
  onClose: () => void;
  /** `panel` stands at the right edge in full height; under 640 px all but `small` fill the screen. */
  size?: "small" | "medium" | "wide" | "panel";
  role?: "alertdialog";
};

const centred =
  "m-auto max-sm:m-0 max-sm:h-dvh max-sm:max-h-none max-sm:w-full max-sm:max-w-none max-sm:rounded-none";

const sizes = {
  small: "m-auto w-[calc(100vw-2rem)] max-w-md",
  medium: `${centred} w-[calc(100vw-2rem)] max-w-xl`,
  wide: `${centred} w-[calc(100vw-4rem)] max-w-5xl`,
  panel:
    "my-0 mr-0 ml-auto h-dvh max-h-none w-full max-w-xl rounded-r-none max-sm:max-w-none max-sm:rounded-none",
};

const field = ":is(input, select, textarea):not([type=hidden], :disabled)";

/** Where the focus starts: in the first field; else a question starts at its way out, a text at its title. */
const startSelectors = {
  dialog: `${field}, dialog:not(:has(${field})) h2`,
  alertdialog: `${field}, dialog:not(:has(${field})) footer button`,
};

/**
 * A modal dialog on the browser's own `<dialog>`: it is open while it is rendered, keeps the focus inside,
 * makes the page inert and returns the focus to where it was. A click outside does not close it: work would
 * be lost by a slip.
 */
export function Dialog({ title, description, children, onClose, size = "medium", role }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.querySelector<HTMLElement>(startSelectors[role ?? "dialog"])?.focus();
    // closed while still in the document, or the focus would not be handed back
    return () => element?.close();
  }, [role]);

  const onKeyDown = (event: KeyboardEvent<HTMLDialogElement>) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    if (event.currentTarget.querySelector(":popover-open")) return;
    // browsers let a second Escape close a dialog whatever its owner says; the owner decides here
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };

  return (
    <dialog
      ref={dialog}
      role={role}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-description` : undefined}
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      className={clsx(
        "max-h-[calc(100dvh-4rem)] flex-col overflow-hidden rounded-lg bg-raised text-ink shadow-float outline-none open:flex",
        sizes[size],
      )}
    >
      <header className="shrink-0 border-b py-3 pr-14 pl-5">
        <h2 id={`${id}-title`} tabIndex={-1} className="text-lg font-semibold outline-none">
          {title}
        </h2>
        {description ? (
          <p id={`${id}-description`} className="text-muted">
            {description}
          </p>
        ) : null}
      </header>
      {children}
      <IconButton label="Close" onClick={onClose} className="absolute top-2.5 right-3">
        <X aria-hidden />
      </IconButton>
    </dialog>
  );
}

/** The part that scrolls. */
export function DialogBody({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div
      className={clsx(
        "min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 py-4 focus-visible:-outline-offset-2",
        className,
      )}
    >
      {children}
    </div>
  );
}

/** Stays in sight below the body: actions at the end, the main one last; `note` at the start. */
export function DialogFooter({ children, note }: { children: ReactNode; note?: ReactNode }) {
  return (
    <footer className="flex shrink-0 flex-wrap items-center justify-end gap-2 border-t bg-raised px-5 py-3">
      {note ? <div className="min-w-0 flex-1 basis-48 text-sm text-muted">{note}</div> : null}
      {children}
    </footer>
  );
}
