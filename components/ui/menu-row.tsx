import clsx from "clsx";
import Link from "next/link";
import type { MenuItem } from "./menu.tsx";

/** One row of a `Menu`; the menu moves the focus, so a row is never a tab stop. */
export function MenuRow({ item, onChosen }: { item: MenuItem; onChosen: () => void }) {
  const { label, icon, danger, disabledReason } = item;
  const className = clsx(
    "flex min-h-8 w-full items-start gap-2 rounded-md px-2 py-1.5 text-left [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0",
    "focus-visible:-outline-offset-2",
    disabledReason ? "text-muted" : danger ? "text-negative hover:bg-negative-soft" : "hover:bg-hover",
  );
  const content = (
    <>
      {icon}
      <span className="min-w-0">
        {label}
        {disabledReason ? <span className="block max-w-64 text-sm">{disabledReason}</span> : null}
      </span>
    </>
  );
  if (disabledReason)
    return (
      <button type="button" role="menuitem" tabIndex={-1} aria-disabled className={className}>
        {content}
      </button>
    );
  if ("href" in item)
    return (
      <Link href={item.href} role="menuitem" tabIndex={-1} onClick={onChosen} className={className}>
        {content}
      </Link>
    );
  const choose = () => {
    // the menu first: it hands the focus back to its button, where a dialog opened next will return it
    onChosen();
    item.onSelect();
  };
  return (
    <button type="button" role="menuitem" tabIndex={-1} onClick={choose} className={className}>
      {content}
    </button>
  );
}
