"use client";

import { EllipsisVertical } from "lucide-react";
import type { Route } from "next";
import { type KeyboardEvent, type ReactNode, type ToggleEvent, useId, useRef } from "react";
import { MenuRow } from "./menu-row.tsx";

export type MenuItem = {
  label: string;
  icon?: ReactNode;
  danger?: boolean;
  /** Set: the item stays in the menu and in the keyboard's way, and says why it cannot be chosen. */
  disabledReason?: string | undefined;
} & ({ href: Route } | { onSelect: () => void });

type MenuProps = {
  /** Names the button and the menu, such as "Actions for ops@example.com". */
  label: string;
  items: readonly MenuItem[];
};

function focusNeighbour(menu: HTMLElement, key: string) {
  const rows = [...menu.querySelectorAll<HTMLElement>("[role=menuitem]")];
  const at = rows.findIndex((row) => row.matches(":focus"));
  const target: Record<string, number> = {
    ArrowDown: (at + 1) % rows.length,
    ArrowUp: (Math.max(at, 0) - 1 + rows.length) % rows.length,
    Home: 0,
    End: rows.length - 1,
  };
  const index = target[key];
  if (index === undefined) return focusByLetter(rows, at, key);
  rows[index]?.focus();
  return true;
}

function focusByLetter(rows: HTMLElement[], at: number, key: string) {
  if (key.length !== 1 || key === " ") return false;
  const after = [...rows.slice(at + 1), ...rows.slice(0, at + 1)];
  after.find((row) => row.textContent?.trim().toLowerCase().startsWith(key.toLowerCase()))?.focus();
  return true;
}

/**
 * The actions of one row, after the menu button pattern of the ARIA authoring practices. It stands on the
 * browser's popover: the top layer keeps it out of every clipping container.
 */
export function Menu({ label, items }: MenuProps) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);

  const onToggle = (event: ToggleEvent<HTMLElement>) => {
    if (event.newState === "open") menu.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus();
  };
  const onTriggerKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    menu.current?.showPopover();
  };
  const onMenuKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !menu.current) return;
    if (event.key === "Tab") menu.current.hidePopover();
    else if (focusNeighbour(menu.current, event.key)) event.preventDefault();
  };

  return (
    <span className="popover-scope inline-flex">
      <button
        type="button"
        popoverTarget={id}
        aria-haspopup="menu"
        aria-label={label}
        title={label}
        onKeyDown={onTriggerKeyDown}
        className="popover-trigger inline-flex size-8 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-ink"
      >
        <EllipsisVertical aria-hidden className="size-4" />
      </button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        onToggle={onToggle}
        onKeyDown={onMenuKeyDown}
        className="popover-panel popover-end min-w-44 rounded-lg bg-raised p-1 text-ink shadow-float"
      >
        {items.map((item) => (
          <MenuRow key={item.label} item={item} onChosen={() => menu.current?.hidePopover()} />
        ))}
      </div>
    </span>
  );
}
