"use client";

import { useSyncExternalStore } from "react";
import { type ColorScheme, mailDocument } from "@/lib/inbox/mail-document";

function subscribe(onChange: () => void) {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}

function pageScheme(): ColorScheme {
  const { theme } = document.documentElement.dataset;
  return theme === "light" || theme === "dark" ? theme : "light dark";
}

/** A mail's own markup, in the page's theme, in a frame that may open links in new tabs and nothing else. */
export function MailFrame({ title, html }: { title: string; html: string }) {
  // empty until the theme is known: a mail that first lights up a dark page would hurt
  const scheme = useSyncExternalStore(subscribe, pageScheme, () => undefined);
  return (
    <iframe
      title={title}
      srcDoc={scheme && mailDocument(html, scheme)}
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
      className="block h-[max(28rem,calc(100dvh-20rem))] w-full flex-1 rounded-b-lg md:h-auto md:min-h-80"
    />
  );
}
