"use client";

import { type ReactNode, useEffect, useRef } from "react";

/**
 * The body of a wide dialog: what is entered, and beside it what comes of it. Each scrolls by itself; in a narrow
 * window the second follows the first. The height does not depend on the content, so that nothing jumps. The focus
 * begins in front of the first field, also when the fields arrive after the dialog has opened.
 */
export function TwoPanes({ main, aside }: { main: ReactNode; aside: ReactNode }) {
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => first.current?.focus({ preventScroll: true }), []);
  return (
    <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain lg:grid lg:basis-[48rem] lg:grid-cols-[minmax(0,1fr)_24rem] lg:grid-rows-[minmax(0,1fr)] lg:overflow-hidden">
      <div
        ref={first}
        tabIndex={-1}
        className="px-5 py-4 outline-none lg:overflow-y-auto lg:overscroll-contain"
      >
        {main}
      </div>
      <div className="border-t bg-sunken px-5 py-4 lg:overflow-y-auto lg:overscroll-contain lg:border-t-0 lg:border-l">
        {aside}
      </div>
    </div>
  );
}
