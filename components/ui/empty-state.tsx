import type { ReactNode } from "react";

type EmptyStateProps = {
  icon?: ReactNode;
  title: string;
  /** What to do next, or why there is nothing. */
  children?: ReactNode;
  action?: ReactNode;
  /** The heading's place in the page's outline. */
  headingLevel?: 2 | 3;
};

/** Nothing here, and what to do about it. */
export function EmptyState({ icon, title, children, action, headingLevel = 2 }: EmptyStateProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div className="grid justify-items-center gap-1 px-6 py-12 text-center">
      {icon ? (
        <span
          aria-hidden
          className="mb-2 inline-flex size-10 items-center justify-center rounded-full bg-neutral-soft text-muted [&_svg]:size-5"
        >
          {icon}
        </span>
      ) : null}
      <Heading className="text-base font-semibold">{title}</Heading>
      {children ? <div className="max-w-md text-pretty text-muted">{children}</div> : null}
      {action ? <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}
