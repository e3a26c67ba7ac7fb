"use client";

import clsx from "clsx";
import { type ReactNode, useId } from "react";

type CardProps = {
  title?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** Without padding, for a table or list that brings its own. */
  flush?: boolean;
  className?: string;
};

/** A titled section of a page. */
export function Card({ title, description, actions, children, flush, className }: CardProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={title ? id : undefined}
      className={clsx("min-w-0 rounded-lg border bg-surface shadow-card", className)}
    >
      {title ? (
        <header className="flex flex-wrap items-start justify-between gap-2 border-b px-4 py-3">
          <div className="min-w-0">
            <h2 id={id} className="font-semibold">
              {title}
            </h2>
            {description ? <div className="text-sm text-muted">{description}</div> : null}
          </div>
          {actions ? <div className="flex items-center gap-2">{actions}</div> : null}
        </header>
      ) : null}
      <div className={flush ? undefined : "p-4"}>{children}</div>
    </section>
  );
}
