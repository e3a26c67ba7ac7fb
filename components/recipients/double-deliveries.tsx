import { Mails } from "lucide-react";
import type { CoverageView } from "@/lib/recipients/coverage-view";

/** Mailboxes that get the same message more than once. */
export function DoubleDeliveries({ coverage: { doubles, moreDoubles } }: { coverage: CoverageView }) {
  if (doubles.length === 0) return null;
  return (
    <section aria-label="Double deliveries" className="border-t px-4 py-3">
      <h3 className="flex items-center gap-1.5 font-semibold">
        <Mails aria-hidden className="size-4 text-muted" />
        Delivered twice to one mailbox
      </h3>
      <ul className="mt-1 grid gap-1">
        {doubles.map(({ mailbox, endpoints, what, isCertain }) => (
          <li key={mailbox} className="text-pretty wrap-anywhere">
            <span className="font-medium">{mailbox}</span> {isCertain ? "gets" : "may get"} {what} more than
            once
            {endpoints.length > 1 ? <span className="text-muted">, as {endpoints.join(" and ")}</span> : null}
            .
          </li>
        ))}
      </ul>
      {moreDoubles > 0 ? <p className="mt-1 text-sm text-muted">And {moreDoubles} more mailboxes.</p> : null}
    </section>
  );
}
