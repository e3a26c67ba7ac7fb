import { queryOptions } from "@tanstack/react-query";
import type { ExportFormat } from "./export/exported.ts";
import type { ExportFacts } from "./service/export.ts";
import type { PickedSummary } from "./service/picked.ts";
import type { ImportPlan } from "./service/plan-import.ts";

async function answerOf<T>(path: string, init: RequestInit): Promise<T> {
  const response = await fetch(path, init);
  if (!response.ok) throw new Error(`The console answered ${response.status}`);
  return response.json();
}

const topicPath = (topicId: string) => `/api/topics/${encodeURIComponent(topicId)}`;

/** What the picked rows are, asked for once: what is deleted must be what was shown. */
export function pickedSummaryOptions(topicId: string, ids: readonly string[]) {
  return queryOptions({
    queryKey: ["picked", topicId, ids],
    queryFn: ({ signal }) =>
      answerOf<PickedSummary>(`${topicPath(topicId)}/picked`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ ids }),
        signal,
      }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
}

export type ExportPreview = { start: string; lines: number; facts: ExportFacts };

/** The first lines of an export and what it holds. `fields` say which rows, as its address or form does. */
export function exportPreviewOptions(topicId: string, format: ExportFormat, fields: Record<string, string>) {
  return queryOptions({
    queryKey: ["export-preview", topicId, format, fields],
    queryFn: ({ signal }) =>
      answerOf<ExportPreview>(exportPath(topicId), {
        method: "POST",
        body: new URLSearchParams({ ...fields, format, preview: "true" }),
        signal,
      }),
    gcTime: 0,
    retry: false,
  });
}

export function exportPath(topicId: string): string {
  return `${topicPath(topicId)}/export`;
}

/** Ids of all rows that a search finds; `search` is the table's own. */
export async function fetchMatchingIds(topicId: string, search: string): Promise<string[]> {
  const { ids } = await answerOf<{ ids: string[] }>(`${topicPath(topicId)}/matching?${search}`, {});
  return ids;
}

/** What importing a document would do, row by row. */
export function fetchImportPlan(topicId: string, text: string): Promise<ImportPlan> {
  return answerOf<ImportPlan>(`${topicPath(topicId)}/import-plan`, { method: "POST", body: text });
}
