"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { Dialog, DialogBody, DialogFooter } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { exportPreviewOptions } from "@/lib/subscriptions/bulk-query-options";
import { EXPORT_LABELS, type ExportFormat } from "@/lib/subscriptions/export/exported";
import { MessageDialog } from "../dialogs/message-dialog.tsx";
import { usePicked } from "../picked/picked-rows.ts";
import { DownloadButton } from "./download-button.tsx";
import { EXPORT_USES, exportCautions, exportCount } from "./export-words.ts";
import { FormatChoice } from "./format-choice.tsx";

type ExportDialogProps = {
  topicId: string;
  rows: "picked" | "found" | { id: string; endpoint: string };
  /** The table's search, as its address has it. */
  search: string;
  onClose: () => void;
};

/** Takes one subscription, the picked ones, or all that the search finds along as text. */
export function ExportDialog({ topicId, rows, search, onClose }: ExportDialogProps) {
  const picked = usePicked(topicId);
  const [format, setFormat] = useState<ExportFormat>("terraform");
  const fields = fieldsOf(rows, search, picked);
  const preview = useQuery({
    ...exportPreviewOptions(topicId, format, fields),
    placeholderData: keepPreviousData,
  });
  if (rows === "picked" && picked.size === 0)
    return (
      <MessageDialog title="Nothing is selected" onClose={onClose}>
        Tick the subscriptions in the list that you want to export.
      </MessageDialog>
    );
  return (
    <Dialog
      title="Export"
      description={<What rows={rows} count={preview.data?.facts} />}
      onClose={onClose}
      size="wide"
    >
      <DialogBody className="grid content-start gap-4">
        <FormatChoice value={format} onChange={setFormat} />
        <p className="text-muted">{EXPORT_USES[format]}</p>
        <Preview preview={preview} label={EXPORT_LABELS[format]} />
      </DialogBody>
      <DialogFooter>
        <Button onClick={onClose}>Close</Button>
        <DownloadButton topicId={topicId} format={format} fields={fields} />
      </DialogFooter>
    </Dialog>
  );
}

function fieldsOf(
  rows: ExportDialogProps["rows"],
  search: string,
  picked: ReadonlySet<string>,
): Record<string, string> {
  if (rows === "found") return Object.fromEntries(new URLSearchParams(search));
  return { ids: rows === "picked" ? [...picked].join(",") : rows.id };
}

type WhatProps = { rows: ExportDialogProps["rows"]; count: { exported: number } | undefined };

function What({ rows, count }: WhatProps) {
  if (typeof rows === "object") return <span className="wrap-anywhere">{rows.endpoint}</span>;
  if (!count) return rows === "picked" ? "What is selected" : "What the list shows, on all its pages";
  return `${exportCount(count)}, ${rows === "picked" ? "as selected" : "all that the list finds"}`;
}

type PreviewProps = {
  preview: ReturnType<
    typeof useQuery<{ start: string; lines: number; facts: Parameters<typeof exportCautions>[0] }>
  >;
  label: string;
};

function Preview({ preview: { data, isError, refetch }, label }: PreviewProps) {
  if (isError)
    return (
      <Notice tone="negative" role="alert" action={<Button onClick={() => refetch()}>Try again</Button>}>
        The console did not answer. Nothing was exported.
      </Notice>
    );
  if (!data) return <Skeleton className="h-64 w-full" />;
  const shown = data.start.split("\n").length;
  const cautions = exportCautions(data.facts);
  return (
    <div className="grid min-w-0 gap-3">
      {cautions.length > 0 ? (
        <Notice tone="warning" title="Before you use it">
          <ul className="grid gap-1">
            {cautions.map((caution) => (
              <li key={caution}>{caution}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <CodeBlock code={data.start} label={label} />
      {shown < data.lines ? (
        <p className="text-sm text-muted">
          The first {shown.toLocaleString("en")} of {data.lines.toLocaleString("en")} lines. The download has
          them all.
        </p>
      ) : null}
    </div>
  );
}
