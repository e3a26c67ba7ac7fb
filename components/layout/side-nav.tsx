"use client";

import clsx from "clsx";
import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useId } from "react";
import { NavIcon, type NavIconName } from "./nav-icon.tsx";

export type NavItem = { label: string; href: Route; icon: NavIconName };
/** A group without a label holds what stands above all sections. */
export type NavGroup = { label?: string; items: readonly NavItem[] };

/** A page belongs to an item when it is the item's page or lies below it; `/` only to itself. */
function isWithin(pathname: string, href: string) {
  return pathname === href || (href !== "/" && pathname.startsWith(`${href}/`));
}

/** The item whose page this is: of several that it lies below, the nearest. */
function currentHref(groups: readonly NavGroup[], pathname: string): Route | undefined {
  return groups
    .flatMap(({ items }) => items.map(({ href }) => href))
    .filter((href) => isWithin(pathname, href))
    .sort((a, b) => b.length - a.length)[0];
}

type SideNavProps = {
  groups: readonly NavGroup[];
  /** The id of the popover that holds the navigation on narrow screens; closed once a page is chosen. */
  popoverId: string;
};

/** The console's sections; marks the current page. */
export function SideNav({ groups, popoverId }: SideNavProps) {
  const pathname = usePathname();
  const current = currentHref(groups, pathname);
  const id = useId();

  // biome-ignore lint/correctness/useExhaustiveDependencies: it must run on every change of page
  useEffect(() => {
    const drawer = document.getElementById(popoverId);
    if (drawer?.matches(":popover-open")) drawer.hidePopover();
  }, [pathname, popoverId]);

  return (
    <nav aria-label="Main" className="grid gap-4">
      {groups.map((group, index) => (
        <div key={group.label ?? index}>
          {group.label ? (
            <h2 id={`${id}-${index}`} className="px-2.5 pb-1 text-xs font-medium text-muted">
              {group.label}
            </h2>
          ) : null}
          <ul aria-labelledby={group.label ? `${id}-${index}` : undefined} className="grid gap-0.5">
            {group.items.map((item) => (
              <NavLink key={item.href} item={item} isCurrent={item.href === current} />
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function NavLink({ item, isCurrent }: { item: NavItem; isCurrent: boolean }) {
  return (
    <li>
      <Link
        href={item.href}
        aria-current={isCurrent ? "page" : undefined}
        className={clsx(
          "flex min-h-8 items-center gap-2.5 rounded-md px-2.5 py-1.5 transition-colors duration-100",
          isCurrent ? "bg-accent-soft font-medium text-accent" : "text-ink hover:bg-hover",
        )}
      >
        <NavIcon name={item.icon} className={clsx("size-4 shrink-0", !isCurrent && "text-muted")} />
        {item.label}
      </Link>
    </li>
  );
}
