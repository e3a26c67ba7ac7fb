import "server-only";
import { requireActor } from "@/lib/auth/session";
import { type Change, listChanges } from "./changes.ts";
import { countByAction, listAuditEntries } from "./queries.ts";
import { type AuditQuery, auditQuerySchema } from "./schema.ts";

export type AuditEntryView = Pick<
  ReturnType<typeof listAuditEntries>["rows"][number],
  "id" | "at" | "actorKind" | "actorName" | "action" | "subjectName" | "awsRequestId"
> & { changes: Change[] };

export type AuditPage = {
  query: AuditQuery;
  entries: AuditEntryView[];
  total: number;
  actions: ReturnType<typeof countByAction>;
};

/** A page of what was done, newest first, with each entry's changes field by field. */
export async function loadAuditPage(
  params: Record<string, string | string[] | undefined>,
): Promise<AuditPage> {
  await requireActor("audit:read");
  const query = auditQuerySchema.parse(params);
  const { rows, total, page } = listAuditEntries(query);
  const entries = rows.map(({ id, at, actorKind, actorName, action, subjectName, awsRequestId, ...row }) => ({
    id,
    at,
    actorKind,
    actorName,
    action,
    subjectName,
    awsRequestId,
    changes: listChanges(row.before, row.after),
  }));
  return { query: { ...query, page }, entries, total, actions: countByAction(query.q) };
}
