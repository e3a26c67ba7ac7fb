import "server-only";
import type { Topic } from "@/lib/topics/queries";
import { fromJson } from "../export/json.ts";
import { planImport } from "../import/plan.ts";
import type { PlannedRow } from "../import/planned-row.ts";
import { findByEndpoint } from "../queries.ts";

export type ImportPlan =
  | { ok: true; topicArn: string; rows: PlannedRow[] }
  | { ok: false; issues: { path: string; message: string }[] };

/** What importing a document would do on a topic now, row by row; or everything that is wrong with the document. */
export function readImportPlan(topic: Topic, text: string): ImportPlan {
  const document = fromJson(text);
  if (!document.ok) return document;
  const rows = planImport(document.list, topic, (protocol, endpoint) =>
    findByEndpoint(topic.id, protocol, endpoint),
  );
  return { ok: true, topicArn: document.topicArn, rows };
}
