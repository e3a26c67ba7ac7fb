import clsx from "clsx";
import { Send, UserSearch } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import type { SampleForm } from "@/lib/notifications/constants";
import type { SamplesPage } from "@/lib/notifications/loaders";
import { samplesHref } from "./samples-href.ts";

const FORM_LABELS: Record<SampleForm, string> = {
  sns: "HTTP and SQS",
  email: "Email",
  "email-json": "Email-JSON",
  event: "EventBridge",
};

/** One sample as each kind of receiver gets it. */
export function SampleCard({ page: { topic, query, sample, forms } }: { page: SamplesPage }) {
  const shown = forms.find(({ form }) => form === query.form) ?? forms[0];
  const ask = new URLSearchParams({ topic: topic.id, sample: sample.id });
  const send = new URLSearchParams({ topic: topic.id, dialog: "send-sample" });
  return (
    <Card
      title={sample.title}
      description={
        <span className="flex flex-wrap items-center gap-2">
          <Badge tone={sample.provenance === "real" ? "positive" : "neutral"}>
            {sample.provenance === "real" ? "Public message" : "Proposed shape"}
          </Badge>
          {sample.note}
        </span>
      }
      actions={
        <>
          <ButtonLink
            size="sm"
            // a query on an existing page
            href={`/monitoring/notifications/simulate?${ask}` as Route}
          >
            <UserSearch aria-hidden />
            Who gets this?
          </ButtonLink>
          <ButtonLink
            size="sm"
            // a query on an existing page
            href={`/monitoring/notifications?${send}` as Route}
          >
            <Send aria-hidden />
            Send a sample
          </ButtonLink>
        </>
      }
    >
      <div className="grid grid-cols-1 gap-3">
        <nav aria-label="Form" className="flex flex-wrap gap-1 justify-self-start rounded-md bg-sunken p-0.5">
          {forms.map(({ form }) => {
            const isCurrent = form === shown?.form;
            return (
              <Link
                key={form}
                href={samplesHref(topic.id, query, { form })}
                scroll={false}
                aria-current={isCurrent ? "page" : undefined}
                className={clsx(
                  "inline-flex h-7 items-center rounded-md px-2.5 text-sm",
                  isCurrent ? "bg-surface font-medium shadow-card" : "text-muted hover:text-ink",
                )}
              >
                {FORM_LABELS[form]}
              </Link>
            );
          })}
        </nav>
        {shown ? (
          <>
            <p className="text-pretty text-muted">{shown.note}</p>
            <CodeBlock label={`${FORM_LABELS[shown.form]} message`} code={shown.code} />
          </>
        ) : null}
      </div>
    </Card>
  );
}
