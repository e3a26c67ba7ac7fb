import "server-only";
import { randomUUID } from "node:crypto";
import type { Tx } from "@/db/client";
import { auditEntries } from "@/db/schema/audit";
import type { Actor } from "@/lib/auth/actor";
import type { AuditAction } from "./constants.ts";

/** Writes who did what to which subject, inside the transaction that does it. Never pass it a secret. */
export function recordAudit(
  tx: Tx,
  entry: {
    actor: Actor;
    action: AuditAction;
    subject: { id: string; name: string };
    before: unknown;
    after: unknown;
    awsRequestId?: string | undefined;
  },
) {
  tx.insert(auditEntries)
    .values({
      id: randomUUID(),
      at: new Date(),
      actorKind: entry.actor.kind,
      actorId: entry.actor.id,
      actorName: entry.actor.name,
      action: entry.action,
      subjectId: entry.subject.id,
      subjectName: entry.subject.name,
      before: entry.before,
      after: entry.after,
      awsRequestId: entry.awsRequestId ?? null,
    })
    .run();
}
