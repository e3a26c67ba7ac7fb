import { Menu as MenuIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Brand } from "./brand.tsx";
import { type NavGroup, SideNav } from "./side-nav.tsx";

const drawerId = "navigation";

type AppShellProps = {
  nav: readonly NavGroup[];
  /** Stands above the navigation: the topic switcher. */
  context?: ReactNode;
  /** Stands below the navigation: the user menu. */
  user?: ReactNode;
  /** Page-level result messages, above every page's content. */
  flash?: ReactNode;
  children: ReactNode;
};

/**
 * The signed-in frame: navigation at the left from 1024 px on, below that a top bar that opens the same
 * navigation as a drawer. The drawer is a popover, so it works before any script has loaded.
 */
export function AppShell({ nav, context, user, flash, children }: AppShellProps) {
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]">
      <a
        href="#main"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-md bg-fill px-3 py-2 font-medium text-on-fill focus:translate-y-0"
      >
        Skip to content
      </a>
      <header className="sticky top-0 z-20 flex h-12 items-center gap-2 border-b bg-surface px-2 lg:hidden">
        <button
          type="button"
          popoverTarget={drawerId}
          aria-label="Navigation"
          className="inline-flex size-9 items-center justify-center rounded-md hover:bg-hover"
        >
          <MenuIcon aria-hidden className="size-5" />
        </button>
        <Brand />
      </header>
      <aside
        id={drawerId}
        aria-label="Console"
        popover="auto"
        className="h-dvh max-h-none w-60 flex-col gap-4 overflow-y-auto border-r bg-surface p-3 text-ink backdrop:bg-(--veil) open:flex lg:sticky lg:inset-auto lg:top-0 lg:flex"
      >
        <div className="px-2.5 pt-1">
          <Brand />
        </div>
        {context}
        <SideNav groups={nav} popoverId={drawerId} />
        {user ? <div className="mt-auto">{user}</div> : null}
      </aside>
      <main id="main" tabIndex={-1} className="min-w-0 px-4 py-5 outline-none sm:px-6 lg:px-8 lg:py-6">
        <div className="mx-auto max-w-7xl">
          {flash}
          <div className="grid grid-cols-1 gap-5">{children}</div>
        </div>
      </main>
    </div>
  );
}
