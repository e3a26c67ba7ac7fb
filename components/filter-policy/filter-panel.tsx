"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { CodeBlock } from "@/components/ui/code-block";
import { Meter } from "@/components/ui/meter";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { COMBINATION_LIMIT, type ProductId } from "@/lib/catalog";
import { formatFilterPolicy } from "@/lib/filter-policy";
import type { FilterPreview } from "./filter-preview.ts";

// the sample messages are heavy and wanted only here
const SampleVerdicts = dynamic(
  () => import("./sample-verdicts.tsx").then((module) => module.SampleVerdicts),
  {
    ssr: false,
    loading: () => <Skeleton className="w-full" />,
  },
);

type FilterPanelProps = {
  preview: FilterPreview;
  products: readonly ProductId[];
  /** Without the policy and what is wrong with it, where the editor beside the panel shows them. */
  isPolicyElsewhere?: boolean;
  /** What saving it would change for everybody, where that is known. */
  change?: ReactNode;
};

/** What a filter will do, kept up to date while it is being made. */
export function FilterPanel({ preview, products, isPolicyElsewhere, change }: FilterPanelProps) {
  return (
    <div className="grid grid-cols-1 content-start gap-5">
      <PanelSection title="In plain English">
        <Sentence preview={preview} />
      </PanelSection>
      {preview.warnings.map((warning) => (
        <Notice key={warning} tone="warning">
          {warning}
        </Notice>
      ))}
      {change}
      {preview.kind === "policy" ? (
        <PanelSection title="Sample messages">
          <SampleVerdicts policy={preview.policy} products={products} />
        </PanelSection>
      ) : null}
      {preview.combinations === undefined ? null : (
        <PanelSection title="Budget">
          <Meter label="combinations" value={preview.combinations} max={COMBINATION_LIMIT} />
        </PanelSection>
      )}
      {isPolicyElsewhere ? null : (
        <PanelSection title="Filter policy">
          <Policy preview={preview} />
        </PanelSection>
      )}
    </div>
  );
}

function PanelSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="min-w-0">
      <h3 className="mb-1.5 text-sm font-medium text-muted">{title}</h3>
      {children}
    </section>
  );
}

function Sentence({ preview }: { preview: FilterPreview }) {
  if (preview.sentence.length === 0)
    return (
      <p className="text-muted">
        {preview.kind === "refused"
          ? "Nothing can be said of it until the filter policy is valid."
          : "Choose a notification type to see what will be delivered."}
      </p>
    );
  return (
    <p className="text-pretty">
      {preview.sentence.map((part, index) =>
        part.isChosen ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no identity but their place
          <strong key={index} className="font-semibold">
            {part.text}
          </strong>
        ) : (
          part.text
        ),
      )}
    </p>
  );
}

function Policy({ preview }: { preview: FilterPreview }) {
  switch (preview.kind) {
    case "policy":
      return <CodeBlock label="Filter policy" code={formatFilterPolicy(preview.policy, 2)} />;
    case "empty":
      return <p className="text-muted">The JSON that AWS will hold appears here.</p>;
    case "refused":
      return (
        <Notice tone="negative" title="No policy yet">
          <ul className="grid gap-1">
            {preview.reasons.slice(0, 3).map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </Notice>
      );
    default:
      return preview satisfies never;
  }
}
