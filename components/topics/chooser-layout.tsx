import type { ReactNode } from "react";
import { Brand } from "@/components/layout/brand";

type ChooserLayoutProps = { title: string; description: ReactNode; children: ReactNode };

/** One task on a page of its own, wide enough for topic names. */
export function ChooserLayout({ title, description, children }: ChooserLayoutProps) {
  return (
    <main className="mx-auto grid max-w-3xl grid-cols-1 content-start gap-6 px-4 py-8 sm:py-[8dvh]">
      <Brand />
      <header>
        <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
        <div className="mt-1 text-pretty text-muted">{description}</div>
      </header>
      {children}
    </main>
  );
}
