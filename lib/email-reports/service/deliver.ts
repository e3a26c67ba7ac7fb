import "server-only";
import type { RawMail, SendOutcome } from "@/lib/aws/ports";
import { claimDelivery, findDueDelivery, noteInterrupted, refuseDelivery } from "./claims.ts";
import { isWanted } from "./is-wanted.ts";
import type { ReportRun } from "./list-runs.ts";
import { settleDelivery } from "./settle-delivery.ts";

export type Mailing = {
  /** The whole mail to a recipient. Made before the delivery is claimed, so that a failure here leaves no doubt. */
  compose(run: ReportRun, recipient: string): Promise<RawMail>;
  /** Asks SES once. */
  send(mail: RawMail): Promise<SendOutcome>;
};

const TOO_LATE = { ok: false as const, reason: "It could not be sent within 6 hours." };

/**
 * Sends what is pending, one mail after the other: claim, send, mark. Only one process does at a time; so what is
 * found claimed is of a process that died in between, and nobody knows whether its mail was taken. It becomes
 * `unknown` and is left alone. After a fault of SES the others wait, too: they would fare the same.
 */
export async function deliverDue(
  mailing: Mailing,
  { clock, signal }: { clock: () => Date; signal: AbortSignal },
): Promise<{ hasFault: boolean }> {
  noteInterrupted();
  while (!signal.aborted) {
    const next = findDueDelivery(clock());
    if (!next) break;
    const { delivery, run } = next;
    const wanted = clock() < delivery.giveUpAt ? isWanted(delivery.recipient) : TOO_LATE;
    if (!wanted.ok) {
      refuseDelivery(delivery, wanted.reason);
      continue;
    }
    const mail = await mailing.compose(run, delivery.recipient);
    if (signal.aborted) break;
    const claim = claimDelivery(delivery.id, clock());
    if (!claim) continue;
    const outcome = await mailing.send(mail);
    settleDelivery({ ...delivery, claim }, outcome, clock());
    if (!outcome.ok && outcome.kind === "later") return { hasFault: true };
  }
  return { hasFault: false };
}
