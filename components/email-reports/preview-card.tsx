"use client";

import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { MailFrame } from "@/components/inbox/mail-frame";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import { ErrorState } from "@/components/ui/error-state";
import { describeField, Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { previewOptions } from "@/lib/email-reports/query-options";

type PreviewCardProps = { yesterday: string; version: number };

/** The report about any past day, as its recipients would see it. */
export function PreviewCard({ yesterday, version }: PreviewCardProps) {
  const id = useId();
  const [day, setDay] = useState(yesterday);
  const [look, setLook] = useState<"html" | "text">("html");
  const [isOpen, setOpen] = useState(false);
  const dayField = { id: `${id}-day` };
  const lookField = { id: `${id}-look` };
  return (
    <Card title="Preview" description="By the settings as saved. Numbers are read again for each preview.">
      <div className="flex flex-wrap items-end gap-3">
        <Field {...dayField} label="Day" className="w-44">
          <Input
            {...describeField(dayField)}
            type="date"
            value={day}
            max={yesterday}
            onChange={(event) => setDay(event.target.value)}
          />
        </Field>
        <Field {...lookField} label="As" className="w-32">
          <Select
            {...describeField(lookField)}
            value={look}
            onChange={(event) => setLook(event.target.value === "text" ? "text" : "html")}
          >
            <option value="html">HTML</option>
            <option value="text">Plain text</option>
          </Select>
        </Field>
        <Button onClick={() => setOpen(true)} disabled={isOpen}>
          Show preview
        </Button>
      </div>
      {isOpen ? <Shown day={day} version={version} look={look} /> : null}
    </Card>
  );
}

type ShownProps = { day: string; version: number; look: "html" | "text" };

function Shown({ day, version, look }: ShownProps) {
  const { data, isPending, isError, isFetching, refetch } = useQuery({
    ...previewOptions(day, version),
    enabled: day !== "",
  });
  if (isError && !data)
    return (
      <ErrorState
        title="The report could not be made"
        message="The console ran into a fault of its own. Its log tells more."
        retry={
          <Button pending={isFetching} onClick={() => void refetch()}>
            Try again
          </Button>
        }
      />
    );
  if (isPending)
    return (
      <div role="status" className="mt-4">
        <span className="sr-only">Making the report</span>
        <Skeleton className="h-96 w-full" />
      </div>
    );
  if (!data) return <p className="mt-4 text-muted">This day is not over yet. Choose an earlier one.</p>;
  return (
    <div aria-busy={isFetching} className="mt-4 grid grid-cols-1 gap-2">
      <p>
        <span className="text-muted">Subject</span>{" "}
        <span className="font-medium wrap-anywhere">{data.subject}</span>
      </p>
      {look === "html" ? (
        <div className="flex flex-col overflow-hidden rounded-lg border md:h-[70dvh]">
          <MailFrame title={`Report: ${data.subject}`} html={data.html} />
        </div>
      ) : (
        <CodeBlock code={data.text} label="Report as plain text" />
      )}
    </div>
  );
}
