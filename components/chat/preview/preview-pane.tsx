"use client";

import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useId, useState } from "react";
import { CodeBlock } from "@/components/ui/code-block";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { type ChatLayout, type ChatPlatform, PLATFORM_LABELS } from "@/lib/chat/constants";
import { previewOptions } from "@/lib/chat/query-options";
import { MessagePreview } from "./message-preview.tsx";

type PreviewPaneProps = {
  topicId: string;
  platform: ChatPlatform;
  layout: ChatLayout;
  samples: readonly { id: string; title: string }[];
  /** What sends the sample that is shown. */
  renderTest: (sampleId: string) => ReactNode;
};

/** A sample as the chat shows it, kept up to date while a channel is made, and the way to try it. */
export function PreviewPane({ topicId, platform, layout, samples, renderTest }: PreviewPaneProps) {
  const id = useId();
  const [sampleId, setSampleId] = useState(samples[0]?.id ?? "");
  const { data, isError } = useQuery(previewOptions(topicId, { platform, layout, sampleId }));
  return (
    <div className="grid grid-cols-1 content-start gap-4">
      <Field id={id} label="Preview of">
        <Select id={id} value={sampleId} onChange={(event) => setSampleId(event.target.value)}>
          {samples.map((sample) => (
            <option key={sample.id} value={sample.id}>
              {sample.title}
            </option>
          ))}
        </Select>
      </Field>
      {renderTest(sampleId)}
      <section aria-label={`As ${PLATFORM_LABELS[platform]} shows it`} className="min-w-0">
        {isError ? <Notice tone="warning">The preview could not be loaded.</Notice> : null}
        {data ? <MessagePreview platform={platform} preview={data.preview} /> : null}
        {!data && !isError ? <Skeleton className="h-48 w-full" /> : null}
      </section>
      {data ? (
        <details>
          <summary className="rounded-sm py-1 text-sm font-medium text-muted">What is posted</summary>
          <div className="mt-1">
            <CodeBlock label="Post" code={indented(data.body)} />
          </div>
        </details>
      ) : null}
    </div>
  );
}

function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
