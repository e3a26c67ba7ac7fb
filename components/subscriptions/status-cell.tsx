import { ShieldAlert, ShieldCheck } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Popover } from "@/components/ui/popover";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { SubscriptionView } from "@/lib/subscriptions/loaders";
import { type StatusWords, statusWords } from "@/lib/subscriptions/status-words";
import { Expiry } from "./expiry.tsx";
import { Propagating } from "./propagating.tsx";

type CellProps = { subscription: SubscriptionView };

/** The status, what is special about it, and behind a button what it means and what to do. */
export function StatusCell({ subscription }: CellProps) {
  const words = statusWords(subscription);
  const { propagatesUntil, pendingExpiresAt, status } = subscription;
  const isPropagating = propagatesUntil !== null && propagatesUntil.getTime() > Date.now();
  return (
    <div className="flex flex-col items-start gap-1">
      {isPlain(subscription) && !isPropagating ? (
        <Status tone={words.tone}>{words.label}</Status>
      ) : (
        <Explained words={words} subscription={subscription} isPropagating={isPropagating} />
      )}
      {status === "pending" && pendingExpiresAt ? (
        <span className="text-sm text-muted first-letter:uppercase">
          <Expiry at={pendingExpiresAt} />
        </span>
      ) : null}
      {subscription.protected ? (
        <Badge tone="positive">
          <ShieldCheck aria-hidden />
          Protected
        </Badge>
      ) : null}
      {subscription.attention.includes("unprotected") ? (
        <Badge tone="warning">
          <ShieldAlert aria-hidden />
          Not protected
        </Badge>
      ) : null}
      {isPropagating ? <Propagating until={propagatesUntil} /> : null}
    </div>
  );
}

const PAUSED = "It is confirmed, and paused here: AWS delivers nothing to it until it resumes.";

/** Nothing is to be said of it beyond the word. */
function isPlain({ status, attention, pausedAt, ...row }: SubscriptionView): boolean {
  return status === "confirmed" && !row.protected && !pausedAt && !attention.includes("unprotected");
}

function Explained({
  words,
  subscription,
  isPropagating,
}: CellProps & { words: StatusWords; isPropagating: boolean }) {
  return (
    <Popover
      triggerClassName="-mx-1.5 inline-flex items-center gap-1 rounded-md px-1.5 py-0.5 text-left hover:bg-hover"
      trigger={
        <Status tone={words.tone}>
          {words.label}
          <VisuallyHidden>(what this means)</VisuallyHidden>
        </Status>
      }
      panelClassName="w-80"
    >
      <div className="grid gap-2 p-3 text-pretty whitespace-normal">
        <p>{subscription.pausedAt ? PAUSED : words.explanation}</p>
        {subscription.attention.includes("overdue") ? (
          <p>It has waited for more than a day: ask its recipient, or resend the confirmation.</p>
        ) : null}
        {subscription.attention.includes("unprotected") ? (
          <p>
            Not protected: whoever opens the unsubscribe link of a mail, a scanner of links included, ends it.
            To protect it, delete it, add it again and confirm it with the pasted link.
          </p>
        ) : null}
        {subscription.protected ? (
          <p>
            Protected: only the topic's owner can unsubscribe it. A link in a message, or a scanner that
            follows it, cannot.
          </p>
        ) : null}
        {isPropagating ? (
          <p>The filter was changed a moment ago. AWS may take up to 15 minutes to apply it everywhere.</p>
        ) : null}
        <p className="text-sm text-muted">
          Status changed <RelativeTime at={subscription.statusSince} />
        </p>
      </div>
    </Popover>
  );
}
