"use client";

import { type FormEvent, type ReactNode, useId, useState } from "react";
import { Button } from "./button.tsx";
import { Dialog, DialogBody, DialogFooter } from "./dialog.tsx";
import { describeField, Field } from "./field.tsx";
import { Input } from "./input.tsx";
import { Notice } from "./notice.tsx";

type ConfirmDialogProps = {
  /** Names the action and its object, such as "Delete subscription ops@example.com?". */
  title: ReactNode;
  /** What will happen, in full. */
  children: ReactNode;
  /** The verb and object of the button, such as "Delete subscription". */
  confirmLabel: string;
  cancelLabel?: string;
  danger?: boolean;
  /** Asks for this text first; for what cannot be undone in bulk. */
  typeToConfirm?: string;
  pending?: boolean;
  error?: string | undefined;
  onConfirm: () => void;
  onClose: () => void;
};

/** Asks before something that is hard to take back. The way out comes first and has the focus. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    title,
    children,
    confirmLabel,
    cancelLabel = "Cancel",
    danger,
    typeToConfirm,
    pending,
    error,
  } = props;
  const [typed, setTyped] = useState("");
  const id = useId();
  const isReady = typeToConfirm === undefined || typed.trim() === typeToConfirm;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady && !pending) props.onConfirm();
  };

  return (
    <Dialog title={title} onClose={props.onClose} size="small" role="alertdialog">
      <form className="contents" onSubmit={submit} noValidate>
        <DialogBody className="grid content-start gap-3">
          {error ? <Notice tone="negative">{error}</Notice> : null}
          <div className="grid gap-2">{children}</div>
          {typeToConfirm === undefined ? null : (
            <Field id={id} label={`To confirm, type ${typeToConfirm}`}>
              <Input
                {...describeField({ id })}
                value={typed}
                autoComplete="off"
                onChange={(event) => setTyped(event.target.value)}
              />
            </Field>
          )}
        </DialogBody>
        <DialogFooter>
          <Button onClick={props.onClose}>{cancelLabel}</Button>
          <Button
            type="submit"
            variant={danger ? "danger" : "primary"}
            disabled={!isReady}
            pending={pending ?? false}
          >
            {confirmLabel}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
