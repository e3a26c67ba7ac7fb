import clsx from "clsx";
import Link from "next/link";
import { MAIL_VIEW_LABELS } from "@/lib/inbox/constants";
import { mailViews, shownView } from "@/lib/inbox/mail-content";
import type { Mail } from "@/lib/inbox/queries";
import type { InboxQuery } from "@/lib/inbox/schema";
import { inboxHref } from "./inbox-href.ts";

/** The ways to look at a mail that has more than one. */
export function MailViewLinks({ mail, query }: { mail: Mail; query: InboxQuery }) {
  const views = mailViews(mail);
  if (views.length < 2) return null;
  const shown = shownView(mail, query.view);
  return (
    <nav aria-label="Views of the mail" className="mt-3">
      <ul className="flex gap-1">
        {views.map((view) => (
          <li key={view}>
            <Link
              href={inboxHref(query, { view })}
              scroll={false}
              aria-current={view === shown ? "true" : undefined}
              className={clsx(
                "block rounded-md px-2 py-0.5 text-sm transition-colors",
                view === shown
                  ? "bg-accent-soft font-medium text-accent"
                  : "text-muted hover:bg-hover hover:text-ink",
              )}
            >
              {MAIL_VIEW_LABELS[view]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
