import clsx from "clsx";
import Link from "next/link";
import type { SamplesPage } from "@/lib/notifications/loaders";
import { samplesHref } from "./samples-href.ts";

/** The samples by type, each a link to itself. */
export function SampleList({ page: { topic, query, groups, sample } }: { page: SamplesPage }) {
  return (
    <nav
      aria-label="Samples"
      className="max-h-96 min-w-0 overflow-y-auto rounded-lg border bg-surface p-2 shadow-card lg:max-h-[calc(100dvh-12rem)]"
    >
      {groups.map((group) => (
        <section key={group.label} aria-label={group.label} className="pb-2">
          <h2 className="px-2 py-1 text-xs font-medium text-muted">{group.label}</h2>
          <ul className="grid gap-0.5">
            {group.samples.map(({ id, title }) => {
              const isCurrent = id === sample.id;
              return (
                <li key={id}>
                  <Link
                    href={samplesHref(topic.id, query, { sample: id })}
                    scroll={false}
                    aria-current={isCurrent ? "true" : undefined}
                    className={clsx(
                      "block rounded-md px-2 py-1.5 focus-visible:-outline-offset-2",
                      isCurrent ? "bg-accent-soft font-medium text-accent" : "hover:bg-hover",
                    )}
                  >
                    {title}
                  </Link>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </nav>
  );
}
