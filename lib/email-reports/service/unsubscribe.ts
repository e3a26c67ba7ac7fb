import "server-only";
import { eq } from "drizzle-orm";
import { getDb } from "@/db/client";
import { reportUnsubscriptions } from "@/db/schema/email-reports";
import { recordAudit } from "@/lib/audit/service";
import { type Actor, systemActor } from "@/lib/auth/actor";
import { AppError } from "@/lib/errors";
import type { UNSUBSCRIBED_BY } from "../constants.ts";

const subjectOf = (address: string) => ({ id: address, name: address });

/** Sends an address no more reports, from the next delivery on. Doing it twice changes nothing. */
export function unsubscribe(address: string, by: (typeof UNSUBSCRIBED_BY)[number]) {
  getDb().transaction((tx) => {
    const row = { address: address.toLowerCase(), at: new Date(), by };
    const { changes } = tx.insert(reportUnsubscriptions).values(row).onConflictDoNothing().run();
    if (changes === 0) return;
    recordAudit(tx, {
      actor: systemActor("unsubscribe"),
      action: "email-reports.unsubscribe",
      subject: subjectOf(row.address),
      before: null,
      after: { by },
    });
  });
}

/** Takes the address as a recipient again, should the settings name it. Its owner's link does, and an operator. */
export function resubscribe(address: string, actor: Actor = systemActor("unsubscribe")) {
  const key = address.toLowerCase();
  getDb().transaction((tx) => {
    const { changes } = tx.delete(reportUnsubscriptions).where(eq(reportUnsubscriptions.address, key)).run();
    if (changes === 0) return;
    recordAudit(tx, {
      actor,
      action: "email-reports.resubscribe",
      subject: subjectOf(key),
      before: null,
      after: null,
    });
  });
}

/** @throws AppError("not_found") when the address has not unsubscribed. */
export function liftUnsubscription({ actor, address }: { actor: Actor; address: string }) {
  if (!isUnsubscribed(address))
    throw new AppError("not_found", "This address has not unsubscribed, or is subscribed again already.");
  resubscribe(address, actor);
}

export function isUnsubscribed(address: string): boolean {
  const key = address.toLowerCase();
  return Boolean(
    getDb().select().from(reportUnsubscriptions).where(eq(reportUnsubscriptions.address, key)).get(),
  );
}
