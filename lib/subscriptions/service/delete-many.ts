import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { liveAws } from "@/lib/aws/live";
import type { AwsPorts } from "@/lib/aws/ports";
import { getSubscription } from "../queries.ts";
import { eachInTurn, type Outcome } from "./each-in-turn.ts";
import { deleteSubscription, hideSubscription } from "./remove.ts";

/**
 * deleted  unsubscribed at AWS
 * hidden   was pending: AWS cannot unsubscribe it, so only the list lost it
 * removed  AWS had it no more: the list forgets it
 */
export type Deletion = "deleted" | "hidden" | "removed";

/**
 * Takes many subscriptions away, one after the other, each as its status allows and each audited by itself. One that
 * fails holds up no other.
 */
export function deleteSubscriptions(
  { actor, ids }: { actor: Actor; ids: readonly string[] },
  aws = liveAws(),
): Promise<Outcome<Deletion>[]> {
  return eachInTurn(ids, (id) => deleteOne(actor, id, aws));
}

async function deleteOne(actor: Actor, id: string, aws: AwsPorts): Promise<Deletion> {
  const { status } = getSubscription(id);
  switch (status) {
    case "pending":
      hideSubscription({ actor, id });
      return "hidden";
    case "lost":
    case "deleted":
      hideSubscription({ actor, id });
      return "removed";
    case "creating":
    case "confirmed":
    case "removed":
      // what is not confirmed is refused there, with the reason
      await deleteSubscription({ actor, id }, aws);
      return "deleted";
    default:
      return status satisfies never;
  }
}
