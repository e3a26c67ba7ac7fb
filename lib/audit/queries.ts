import "server-only";
import { and, count, desc, inArray, or, type SQL } from "drizzle-orm";
import { getDb } from "@/db/client";
import { contains } from "@/db/contains";
import { auditEntries } from "@/db/schema/audit";
import type { AuditAction } from "./constants.ts";
import type { AuditQuery } from "./schema.ts";

export type AuditRow = typeof auditEntries.$inferSelect;

/** One page of the entries, newest first, and how many there are in all; the last page for one beyond it. */
export function listAuditEntries(query: AuditQuery): { rows: AuditRow[]; total: number; page: number } {
  const where = and(searched(query.q), inActions(query.action));
  const total = getDb().select({ n: count() }).from(auditEntries).where(where).get()?.n ?? 0;
  const page = Math.min(query.page, Math.max(1, Math.ceil(total / query.size)));
  const rows = getDb()
    .select()
    .from(auditEntries)
    .where(where)
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
    .limit(query.size)
    .offset((page - 1) * query.size)
    .all();
  return { rows, total, page };
}

/** How many entries each action has, given the search. */
export function countByAction(q: string): { action: AuditAction; count: number }[] {
  return getDb()
    .select({ action: auditEntries.action, count: count() })
    .from(auditEntries)
    .where(searched(q))
    .groupBy(auditEntries.action)
    .orderBy(desc(count()))
    .all();
}

/** SQLite compares ASCII letters of either case as equal here, so names need no lower-cased copy. */
function searched(q: string): SQL | undefined {
  if (!q) return undefined;
  const { subjectName, subjectId, actorName, before, after, awsRequestId } = auditEntries;
  return or(...[subjectName, subjectId, actorName, before, after, awsRequestId].map((c) => contains(c, q)));
}

function inActions(actions: readonly AuditAction[]): SQL | undefined {
  return actions.length > 0 ? inArray(auditEntries.action, [...actions]) : undefined;
}
