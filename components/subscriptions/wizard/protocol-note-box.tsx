"use client";

import { CodeBlock } from "@/components/ui/code-block";
import { Notice } from "@/components/ui/notice";
import type { Protocol } from "@/lib/subscriptions/constants";
import { protocolNote } from "./protocol-notes.ts";

type ProtocolNoteBoxProps = { protocol: Protocol; endpoint: string; topicArn: string };

/** What happens after the subscription was added, and what AWS leaves to its owner. */
export function ProtocolNoteBox({ protocol, endpoint, topicArn }: ProtocolNoteBoxProps) {
  const { next, pitfall, snippet } = protocolNote(protocol, endpoint, topicArn);
  return (
    <Notice tone="info" title="What happens next">
      <p>{next}</p>
      {pitfall ? <p className="mt-1">{pitfall}</p> : null}
      {snippet ? (
        <div className="mt-2 mb-1">
          <CodeBlock label={snippet.label} code={snippet.code} />
        </div>
      ) : null}
    </Notice>
  );
}
