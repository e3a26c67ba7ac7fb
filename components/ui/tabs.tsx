"use client";

import clsx from "clsx";
import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";

type Tab = { label: string; href: Route };

/** Pages side by side under one heading. They are links, so the browser's tab and history work with them. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const pathname = usePathname();
  return (
    <nav aria-label={label} className="-mx-4 overflow-x-auto border-b px-4 sm:-mx-6 sm:px-6 lg:mx-0 lg:px-0">
      <ul className="flex gap-5">
        {tabs.map((tab) => {
          const isCurrent = pathname === tab.href;
          return (
            <li key={tab.href}>
              <Link
                href={tab.href}
                // ahead of time it would bring the other page's whole script along
                prefetch={false}
                aria-current={isCurrent ? "page" : undefined}
                className={clsx(
                  "block border-b-2 py-2 whitespace-nowrap focus-visible:-outline-offset-2",
                  isCurrent
                    ? "border-accent font-medium text-accent"
                    : "border-transparent text-muted hover:border-control hover:text-ink",
                )}
              >
                {tab.label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
