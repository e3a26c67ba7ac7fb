import type { ReactNode } from "react";
import { Brand } from "./brand.tsx";

type AuthLayoutProps = {
  title: string;
  description?: ReactNode;
  children: ReactNode;
  /** A line below the card, such as where to get help. */
  footer?: ReactNode;
};

/** One task in the middle of an otherwise empty page: signing in, first set-up. */
export function AuthLayout({ title, description, children, footer }: AuthLayoutProps) {
  return (
    <main className="grid min-h-dvh content-start justify-items-center gap-6 px-4 pt-[12dvh] pb-8">
      <Brand />
      <div className="w-full max-w-sm rounded-lg border bg-surface p-6 shadow-card">
        <h1 className="text-xl font-semibold">{title}</h1>
        {description ? <div className="mt-1 text-muted">{description}</div> : null}
        <div className="mt-5">{children}</div>
      </div>
      {footer ? <div className="max-w-sm text-center text-sm text-muted">{footer}</div> : null}
    </main>
  );
}
