import { CirclePause } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { Popover } from "@/components/ui/popover";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { SubscriptionView } from "@/lib/subscriptions/loaders";
import { verdictWords } from "@/lib/subscriptions/verdict-words";

type VerdictCellProps = { subscription: SubscriptionView; whyHref: Route };

/** What the filter can do, and behind a button why, with the way to all of it. */
export function VerdictCell({ subscription, whyHref }: VerdictCellProps) {
  const { verdict, status, pausedAt, pausedUntil } = subscription;
  if (status === "lost" || status === "deleted") return <NoVerdict />;
  const { label, tone } = verdictWords(verdict.kind);
  return (
    <div className="flex flex-col items-start gap-1">
      <Popover
        triggerClassName="-mx-1.5 inline-flex items-center gap-1 rounded-md px-1.5 py-0.5 text-left hover:bg-hover"
        trigger={
          <Status tone={tone} {...(verdict.kind === "paused" && { icon: CirclePause })}>
            {label}
            <VisuallyHidden>(why)</VisuallyHidden>
          </Status>
        }
        panelClassName="w-80"
      >
        <div className="grid gap-2 p-3 text-pretty whitespace-normal">
          <p className="wrap-anywhere">{verdict.sentence}</p>
          <p>
            <Link href={whyHref} scroll={false} className="text-accent underline underline-offset-2">
              {verdict.canRepair ? "Details and suggested repair" : "Details"}
            </Link>
          </p>
        </div>
      </Popover>
      {pausedAt ? (
        <span className="text-sm text-muted">
          Since <RelativeTime at={pausedAt} />
          {pausedUntil ? (
            <>
              , resumes <RelativeTime at={pausedUntil} />
            </>
          ) : (
            ", until somebody resumes it"
          )}
        </span>
      ) : null}
    </div>
  );
}

function NoVerdict() {
  return (
    <span className="text-muted">
      <span aria-hidden>–</span>
      <VisuallyHidden>None: it is gone from AWS</VisuallyHidden>
    </span>
  );
}
