import type { ReactNode } from "react";
import { Popover } from "@/components/ui/popover";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { type Theme, ThemeToggle } from "./theme-toggle.tsx";

type UserMenuProps = {
  name: string;
  email: string;
  theme: Theme;
  /** The form or button that signs out. */
  signOut: ReactNode;
};

/** Who is signed in, the theme, and the way out. */
export function UserMenu({ name, email, theme, signOut }: UserMenuProps) {
  return (
    <Popover
      isBlock
      triggerClassName="flex min-h-10 w-full min-w-0 items-center gap-2 rounded-md px-2.5 py-1 text-left hover:bg-hover"
      trigger={
        <>
          <span
            aria-hidden
            className="inline-flex size-6 shrink-0 items-center justify-center rounded-full bg-accent-soft text-xs font-semibold text-accent uppercase"
          >
            {name.trim().charAt(0) || email.charAt(0)}
          </span>
          <span className="min-w-0 flex-1 truncate">
            <VisuallyHidden>Signed in as </VisuallyHidden>
            {name || email}
          </span>
        </>
      }
      panelClassName="w-64"
    >
      <div className="border-b px-3 py-2.5">
        <p className="font-medium">{name}</p>
        <p className="text-sm text-muted">{email}</p>
      </div>
      <div className="flex items-center justify-between gap-2 px-3 py-2">
        Theme
        <ThemeToggle initial={theme} />
      </div>
      <div className="border-t p-1.5">{signOut}</div>
    </Popover>
  );
}
