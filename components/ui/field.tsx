import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

type Described = { id: string; hint?: ReactNode; error?: string | undefined; required?: boolean | undefined };

type FieldProps = Described & {
  label: ReactNode;
  /** The control, given `describeField(...)` of the same values. */
  children: ReactNode;
  className?: string;
};

/** The attributes that tie a control to the label, hint and error of its `Field`. */
export function describeField({ id, hint, error, required }: Described) {
  const describedBy = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return {
    id,
    "aria-describedby": describedBy || undefined,
    "aria-invalid": error ? true : undefined,
    "aria-required": required || undefined,
  };
}

/** Label, hint, control and error, in the order in which they are read. */
export function Field({ id, label, hint, error, required, children, className }: FieldProps) {
  return (
    <div className={className}>
      <label htmlFor={id} className="inline-block font-semibold">
        {label}
        {required ? <RequiredMark /> : null}
      </label>
      {hint ? <FieldHint id={id}>{hint}</FieldHint> : null}
      <div className="mt-1">{children}</div>
      <FieldError id={id} error={error} />
    </div>
  );
}

export function RequiredMark() {
  return (
    <span aria-hidden className="ml-0.5 text-negative">
      *
    </span>
  );
}

export function FieldHint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={`${id}-hint`} className="text-sm text-muted">
      {children}
    </p>
  );
}

export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <p id={`${id}-error`} className="mt-1 flex items-start gap-1.5 text-sm text-negative">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      {error}
    </p>
  );
}
