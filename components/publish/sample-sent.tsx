"use client";

import { useQuery } from "@tanstack/react-query";
import type { Route } from "next";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { DefinitionList } from "@/components/ui/definition-list";
import { DialogBody, DialogFooter } from "@/components/ui/dialog";
import { MiddleCut } from "@/components/ui/middle-cut";
import { Notice } from "@/components/ui/notice";
import { useNow } from "@/components/ui/use-now";
import { arrivalOptions } from "@/lib/publish/query-options";
import { arrivalWords, type Watched } from "./arrival-words.ts";

type SampleSentProps = {
  topicId: string;
  messageId: string;
  isReceiving: boolean;
  onAgain: () => void;
  onClose: () => void;
};

/** A sample that SNS has taken: its id, and whether it has come back through the topic's feed. */
export function SampleSent({ topicId, messageId, isReceiving, onAgain, onClose }: SampleSentProps) {
  const [sentAtMs] = useState(() => Date.now());
  const now = useNow() ?? sentAtMs;
  const { data, isError } = useQuery(arrivalOptions(topicId, messageId));
  const watched: Watched = data?.state ?? (isError ? "unreachable" : isReceiving ? "waiting" : "unseen");
  const { tone, title, text } = arrivalWords(watched, now - sentAtMs);
  const query = new URLSearchParams({ topic: topicId });
  return (
    <>
      <DialogBody className="grid grid-cols-1 content-start gap-4 sm:min-h-96">
        <DefinitionList items={[{ term: "Sent as", value: <MiddleCut text={messageId} mono copyable /> }]} />
        <Notice
          tone={tone}
          title={title}
          role="status"
          action={
            data?.state === "arrived" ? (
              // a known path, and a query
              <ButtonLink href={`/monitoring/notifications/${data.id}?${query}` as Route}>Show it</ButtonLink>
            ) : undefined
          }
        >
          {text}
        </Notice>
      </DialogBody>
      <DialogFooter>
        <Button onClick={onAgain}>Send another</Button>
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      </DialogFooter>
    </>
  );
}
