"use client";

import { Keyboard } from "lucide-react";
import { Popover } from "@/components/ui/popover";
import { Switch } from "@/components/ui/switch";
import { useShortcutPreference } from "@/components/ui/use-shortcut";
import { VisuallyHidden } from "@/components/ui/visually-hidden";

const shortcuts = [
  { key: "n", does: "Add Subscription" },
  { key: "r", does: "Refresh" },
  { key: "/", does: "Search" },
];

/** Lists the keys of this page, and turns them off for those whose speech or switch input would press them. */
export function KeyboardShortcuts() {
  const [on, setOn] = useShortcutPreference();
  return (
    <Popover
      align="end"
      triggerClassName="inline-flex h-8 items-center gap-0.5 rounded-md px-1.5 text-muted hover:bg-hover hover:text-ink"
      trigger={
        <>
          <Keyboard aria-hidden className="size-4" />
          <VisuallyHidden>Keyboard shortcuts</VisuallyHidden>
        </>
      }
      panelClassName="w-72"
    >
      <h2 className="px-3 pt-3 font-semibold">Keyboard shortcuts</h2>
      <dl className="grid gap-1 px-3 py-2">
        {shortcuts.map(({ key, does }) => (
          <div key={key} className="flex items-center justify-between gap-4">
            <dt className="order-2">
              <kbd className="inline-block min-w-6 rounded-sm border bg-sunken px-1.5 text-center text-xs leading-5">
                {key}
              </kbd>
            </dt>
            <dd className={on ? undefined : "text-muted line-through"}>{does}</dd>
          </div>
        ))}
      </dl>
      <div className="border-t p-3">
        <Switch
          label="Single-key shortcuts"
          description="Kept in this browser."
          checked={on}
          onChange={(event) => setOn(event.currentTarget.checked)}
        />
      </div>
    </Popover>
  );
}
