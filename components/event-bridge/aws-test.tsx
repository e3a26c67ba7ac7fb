"use client";

import { useQuery } from "@tanstack/react-query";
import { Button } from "@/components/ui/button";
import { RequestId } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";
import type { Asked } from "@/lib/event-bridge/asked";
import { awsVerdictOptions } from "@/lib/event-bridge/query-options";
import type { PatternInput } from "@/lib/event-bridge/schema";
import type { AwsVerdict } from "@/lib/event-bridge/service/ask-aws";

/** Lets EventBridge itself judge the sample events, for a second opinion. */
export function AwsTest({ topicId, input }: { topicId: string; input: PatternInput }) {
  const { data, isFetching, isError, refetch } = useQuery(awsVerdictOptions(topicId, input));
  return (
    <div className="grid grid-cols-1 gap-3">
      <div>
        <Button pending={isFetching} onClick={() => void refetch()}>
          Test with AWS
        </Button>
      </div>
      <div role="status" className="empty:hidden">
        {isError ? (
          <Notice tone="negative">The console did not answer. Nothing was tested: try again.</Notice>
        ) : data && !isFetching ? (
          <Verdict verdict={data} />
        ) : null}
      </div>
    </div>
  );
}

function Verdict({ verdict }: { verdict: Asked<AwsVerdict> }) {
  if (!verdict.ok)
    return (
      <Notice tone="negative" title="AWS did not test it">
        <p>{verdict.message}</p>
        {verdict.requestId ? <RequestId id={verdict.requestId} /> : null}
      </Notice>
    );
  const { tested, matched, otherwise } = verdict.value;
  if (otherwise.length === 0)
    return (
      <Notice tone="positive">
        EventBridge takes the pattern, and lets {matched} of {tested} sample events through: the same as
        above.
      </Notice>
    );
  return (
    <Notice tone="warning" title="EventBridge judges otherwise">
      <p>It takes the pattern, but not as the console reads it. Trust EventBridge. It differs on:</p>
      <ul className="list-disc pl-5">
        {otherwise.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
    </Notice>
  );
}
