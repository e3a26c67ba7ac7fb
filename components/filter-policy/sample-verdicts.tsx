"use client";

import { Check, Minus } from "lucide-react";
import { Notice } from "@/components/ui/notice";
import { Severity } from "@/components/ui/severity";
import { findResult, isResultType, type ProductId, severityOf } from "@/lib/catalog";
import type { Sample } from "@/lib/catalog/samples/index";
import { type JudgedSamples, judgeSamples } from "@/lib/catalog/samples/judge-samples";
import type { FilterPolicy } from "@/lib/filter-policy";
import { severityLevel } from "./severity-level.ts";

type SampleVerdictsProps = { policy: FilterPolicy; products: readonly ProductId[] };

/** Which of the catalog's sample messages the policy delivers. */
export function SampleVerdicts({ policy, products }: SampleVerdictsProps) {
  return <SampleList {...judgeSamples(products, policy)} />;
}

/** Sample messages, the ones that are delivered first. */
export function SampleList({ judged, asked }: JudgedSamples) {
  const delivered = judged.filter(({ isDelivered }) => isDelivered);
  const others = judged.filter(({ isDelivered }) => !isDelivered);
  const where = placeWords(asked);
  return (
    <>
      <p>
        Would deliver <strong className="font-semibold">{delivered.length}</strong> of {judged.length} sample
        messages{where ? <span className="text-muted">, had they happened {where}</span> : null}.
      </p>
      {delivered.length === 0 ? (
        <Notice tone="warning" className="mt-2">
          It may never deliver anything.
        </Notice>
      ) : null}
      {delivered.length > 0 ? (
        <ul className="mt-2 grid gap-1">
          {delivered.map(({ sample }) => (
            <SampleRow key={sample.id} sample={sample} isDelivered />
          ))}
        </ul>
      ) : null}
      {others.length > 0 ? (
        <details className="mt-2">
          <summary className="w-fit rounded-sm py-0.5 text-sm text-muted hover:text-ink">
            {others.length} not delivered
          </summary>
          <ul className="mt-1 grid gap-1">
            {others.map(({ sample }) => (
              <SampleRow key={sample.id} sample={sample} isDelivered={false} />
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

function SampleRow({ sample, isDelivered }: { sample: Sample; isDelivered: boolean }) {
  const { type, result, title } = sample;
  const severity = severityOf(type, result ?? undefined) ?? "system";
  const label = result && isResultType(type) ? findResult(type, result)?.label : undefined;
  return (
    <li className="flex min-h-6 items-center gap-2 text-sm">
      {isDelivered ? (
        <Check aria-hidden className="size-4 shrink-0 text-positive" />
      ) : (
        <Minus aria-hidden className="size-4 shrink-0 text-muted" />
      )}
      <span className="sr-only">{isDelivered ? "Delivered: " : "Not delivered: "}</span>
      <span className={isDelivered ? "min-w-0 flex-1" : "min-w-0 flex-1 text-muted"}>{title}</span>
      <Severity level={severityLevel(severity)}>{label ?? "System"}</Severity>
    </li>
  );
}

function placeWords({ buckets, accounts }: JudgedSamples["asked"]): string {
  const words = (values: readonly string[], noun: string) =>
    values.length > 0
      ? `in ${noun} ${new Intl.ListFormat("en-GB", { type: "disjunction" }).format(values)}`
      : "";
  return [words(buckets, "bucket"), words(accounts, "account")].filter(Boolean).join(" and ");
}
