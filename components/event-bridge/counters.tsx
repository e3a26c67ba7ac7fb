"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { DefinitionList } from "@/components/ui/definition-list";
import { RequestId } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import { type CountersView, countersOptions } from "@/lib/event-bridge/query-options";

const number = (n: number) => n.toLocaleString("en");

/** How many were sent, wait and failed, kept up to date while the page is open. */
export function Counters({ enabled, initial }: { enabled: boolean; initial: CountersView }) {
  const { data } = useQuery(countersOptions(initial));
  useRefreshOnChange(data.failed);
  const { sent, lastSentAt, waiting, failed, trouble } = data;
  return (
    <div className="grid grid-cols-1 gap-3">
      <DefinitionList
        columns={3}
        items={[
          {
            term: "Sent",
            value: (
              <span className="tabular-nums">
                {number(sent)}
                {lastSentAt ? (
                  <span className="text-sm text-muted">
                    , last <RelativeTime at={lastSentAt} />
                  </span>
                ) : null}
              </span>
            ),
          },
          { term: "Waiting", value: <span className="tabular-nums">{number(waiting)}</span> },
          { term: "Failed", value: <span className="tabular-nums">{number(failed)}</span> },
        ]}
      />
      <div role="status" className="empty:hidden">
        {enabled && trouble ? (
          <Notice tone="warning" title="Nothing is lost, but something waits">
            <p>
              {trouble.reason}
              {trouble.since ? (
                <>
                  {" "}
                  First seen <RelativeTime at={trouble.since} />; tried again by itself.
                </>
              ) : null}
            </p>
            {trouble.requestId ? <RequestId id={trouble.requestId} /> : null}
          </Notice>
        ) : null}
      </div>
    </div>
  );
}

/** The list of what failed comes with the page: another number means another list. */
function useRefreshOnChange(count: number) {
  const router = useRouter();
  const shown = useRef(count);
  useEffect(() => {
    if (shown.current === count) return;
    shown.current = count;
    router.refresh();
  }, [count, router]);
}
