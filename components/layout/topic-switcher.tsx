"use client";

import clsx from "clsx";
import { Check } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { MiddleCut } from "@/components/ui/middle-cut";
import { Popover } from "@/components/ui/popover";
import { VisuallyHidden } from "@/components/ui/visually-hidden";

export type SwitcherTopic = {
  id: string;
  name: string;
  region: string;
  accountId: string;
  products: readonly string[];
  href: Route;
};

type TopicSwitcherProps = {
  topics: readonly SwitcherTopic[];
  currentId: string | undefined;
  /** Where topics are added and removed. */
  manageHref?: Route;
};

/** Says which topic all pages are about, and leads to the same place for another one. */
export function TopicSwitcher({ topics, currentId, manageHref }: TopicSwitcherProps) {
  const current = topics.find((topic) => topic.id === currentId);
  return (
    <Popover
      isBlock
      triggerClassName="flex min-h-12 w-full min-w-0 items-center gap-2 rounded-md border border-control/60 bg-surface px-2.5 py-1.5 text-left hover:bg-hover"
      trigger={
        <span className="min-w-0 flex-1">
          <VisuallyHidden>Topic: </VisuallyHidden>
          {current ? <MiddleCut text={current.name} className="font-medium" /> : "None chosen"}
          <span className="block truncate text-xs text-muted">{current?.region ?? "Choose one"}</span>
        </span>
      }
      panelClassName="w-80"
    >
      <ul className="grid gap-0.5 p-1">
        {topics.map((topic) => (
          <TopicLink key={topic.id} topic={topic} isCurrent={topic.id === currentId} />
        ))}
      </ul>
      {manageHref ? (
        <div className="border-t p-1">
          <Link
            href={manageHref}
            onClick={closePanel}
            className="block rounded-md px-2 py-1.5 text-accent hover:bg-hover"
          >
            Manage topics
          </Link>
        </div>
      ) : null}
    </Popover>
  );
}

/** The frame stays while pages change under it. Closing the outermost panel, on phones the drawer, closes all. */
function closePanel() {
  document.querySelector<HTMLElement>(":popover-open")?.hidePopover();
}

function TopicLink({ topic, isCurrent }: { topic: SwitcherTopic; isCurrent: boolean }) {
  return (
    <li>
      <Link
        href={topic.href}
        onClick={closePanel}
        aria-current={isCurrent ? "true" : undefined}
        className="flex items-start gap-2 rounded-md px-2 py-1.5 hover:bg-hover focus-visible:-outline-offset-2"
      >
        <Check aria-hidden className={clsx("mt-0.5 size-4 shrink-0 text-accent", isCurrent || "invisible")} />
        <span className="min-w-0">
          <span className="block font-medium">{topic.name}</span>
          <span className="block text-sm text-muted">
            {topic.region} · {topic.accountId}
          </span>
          <span className="block text-sm text-muted">{topic.products.join(", ")}</span>
        </span>
      </Link>
    </li>
  );
}
