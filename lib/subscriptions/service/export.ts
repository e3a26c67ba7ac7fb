import "server-only";
import type { Topic } from "@/lib/topics/queries";
import type { Status } from "../constants.ts";
import { EXPORT_EXTENSIONS, type ExportFormat } from "../export/exported.ts";
import { toExported } from "../export/to-exported.ts";
import { toText } from "../export/to-text.ts";
import { type WhichRows, whichRows } from "./which-rows.ts";

/** What an export holds and what not, for saying so. */
export type ExportFacts = {
  exported: number;
  /** Of them, with the filter that comes back when they are resumed. */
  paused: number;
  /** Of them, without a filter because none is known. */
  unknown: number;
  /** Found, but left out: AWS has them no more, and nobody asked for them by name. */
  leftOut: number;
  /** Beyond what one export holds. */
  tooMany: number;
};

const GONE: readonly Status[] = ["lost", "deleted"];

/** A topic's subscriptions as one text. What AWS has no more is left out unless it was named. */
export function exportSubscriptions(
  topic: Topic,
  format: ExportFormat,
  which: WhichRows,
): { text: string; fileName: string; facts: ExportFacts } {
  const { rows, total } = whichRows(topic.id, which);
  const kept = which.kind === "ids" ? rows : rows.filter(({ status }) => !GONE.includes(status));
  const list = kept.map(toExported);
  return {
    text: toText(format, topic.arn, list),
    fileName: `${topic.name.replace(/[^A-Za-z0-9_-]+/g, "-")}-subscriptions.${EXPORT_EXTENSIONS[format]}`,
    facts: {
      exported: list.length,
      paused: kept.filter(({ pausedAt }) => pausedAt !== null).length,
      unknown: list.filter(({ filterKnown }) => !filterKnown).length,
      leftOut: rows.length - kept.length,
      tooMany: total - rows.length,
    },
  };
}
