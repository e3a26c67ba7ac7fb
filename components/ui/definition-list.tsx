import clsx from "clsx";
import type { ReactNode } from "react";

type DefinitionListProps = {
  items: readonly { term: string; value: ReactNode }[];
  columns?: 1 | 2 | 3;
};

const grids = { 1: "", 2: "sm:grid-cols-2", 3: "sm:grid-cols-2 lg:grid-cols-3" };

/** Names and values of one thing. */
export function DefinitionList({ items, columns = 1 }: DefinitionListProps) {
  return (
    <dl className={clsx("grid gap-x-6 gap-y-3", grids[columns])}>
      {items.map(({ term, value }) => (
        <div key={term} className="min-w-0">
          <dt className="text-sm text-muted">{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
