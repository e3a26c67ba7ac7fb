"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useSettled } from "@/components/filter-policy/use-settled";
import { almostSentence, toldSentence } from "@/components/recipients/answer-words";
import { simulateHref } from "@/components/recipients/simulate-href";
import { MiddleCut } from "@/components/ui/middle-cut";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { visibleText } from "@/lib/notifications/visible-text";
import { sampleToldOptions } from "@/lib/publish/query-options";
import { RECEIVER_LABELS } from "@/lib/recipients/receiver-kinds";

type SampleToldProps = {
  topicId: string;
  place: { sampleId: string; bucket: string; accountId: string };
};

const QUIET_MS = 300;

/** Who will get the sample, before it is sent. */
export function SampleTold({ topicId, place }: SampleToldProps) {
  const { sampleId } = place;
  const bucket = useSettled(place.bucket, QUIET_MS);
  const accountId = useSettled(place.accountId, QUIET_MS);
  const { data: told, isError } = useQuery({
    ...sampleToldOptions(topicId, { sampleId, bucket, accountId }),
    placeholderData: keepPreviousData,
  });
  const href = simulateHref(topicId, { sample: sampleId, bucket, account: accountId });
  if (isError)
    return (
      <Notice tone="caution" title="It cannot be told now who will get this">
        Check the fields above. The sample can be sent all the same.
      </Notice>
    );
  if (!told) return <Skeleton className="h-16 w-full" />;
  const { counts, overall, receivers } = told;
  const more = counts.receives - receivers.length;
  return (
    <Notice
      tone={counts.receives > 0 ? "info" : "caution"}
      role="status"
      title={toldSentence(counts, overall)}
    >
      {receivers.length > 0 ? (
        <ul>
          {receivers.map(({ id, protocol, endpoint }) => (
            <li key={id} className="flex min-w-0 gap-2">
              <span className="shrink-0 text-muted">{RECEIVER_LABELS[protocol]}</span>
              <MiddleCut text={visibleText(endpoint)} />
            </li>
          ))}
        </ul>
      ) : null}
      <p>
        {more > 0 ? `And ${more} more. ` : ""}
        {almostSentence(counts)}{" "}
        <Link href={href} className="text-accent underline underline-offset-2">
          See who and why
        </Link>
      </p>
    </Notice>
  );
}
