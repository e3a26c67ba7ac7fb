"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { RequestId } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";

type ListingRefusedProps = { region: string; message: string; requestId: string | undefined };

/** AWS did not list the topics of a region: why, and the way to ask again. */
export function ListingRefused({ region, message, requestId }: ListingRefusedProps) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  return (
    <Notice
      tone="negative"
      role="alert"
      title={`The topics of ${region} could not be listed`}
      action={
        <Button size="sm" pending={pending} onClick={() => startTransition(() => router.refresh())}>
          Try again
        </Button>
      }
    >
      <p>{message} You can still paste a topic's ARN.</p>
      {requestId ? <RequestId id={requestId} /> : null}
    </Notice>
  );
}
