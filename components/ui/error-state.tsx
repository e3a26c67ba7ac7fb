import { CircleX } from "lucide-react";
import type { ReactNode } from "react";
import { CopyButton } from "./copy-button.tsx";

type ErrorStateProps = {
  title: string;
  /** What happened and what can be done, as a sentence. */
  message: ReactNode;
  /** AWS's request id, for a support case. */
  requestId?: string | undefined;
  /** The button that tries again. */
  retry?: ReactNode;
};

/** Stands where content would be that could not be had. */
export function ErrorState({ title, message, requestId, retry }: ErrorStateProps) {
  return (
    <div role="alert" className="grid justify-items-center gap-1 px-6 py-12 text-center">
      <CircleX aria-hidden className="mb-2 size-8 text-negative" strokeWidth={1.5} />
      <h2 className="text-base font-semibold">{title}</h2>
      <div className="max-w-md text-pretty text-muted">{message}</div>
      {requestId ? <RequestId id={requestId} /> : null}
      {retry ? <div className="mt-3">{retry}</div> : null}
    </div>
  );
}

/** AWS's request id in full, ready to be copied. */
export function RequestId({ id }: { id: string }) {
  return (
    <p className="text-sm text-muted">
      AWS request id <code className="font-mono">{id}</code>{" "}
      <CopyButton text={id} label="Copy the request id" />
    </p>
  );
}
