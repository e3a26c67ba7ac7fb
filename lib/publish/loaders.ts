import "server-only";
import { can } from "@/lib/auth/actor";
import { requireActor } from "@/lib/auth/session";
import type { ProductId } from "@/lib/catalog";
import { loadCurrentTopic } from "@/lib/topics/loaders";
import { isReceiving } from "./arrival.ts";

/** The topic to which a sample can be sent. */
export type SendSampleOffer = {
  topic: { id: string; name: string; products: ProductId[] };
  /** Whether the console will see it arrive. */
  isReceiving: boolean;
};

/** What "Send a sample" needs. Null while no topic is managed, and for whoever may not send. */
export async function loadSendSample(params: {
  topic?: string | string[] | undefined;
}): Promise<SendSampleOffer | null> {
  const actor = await requireActor("console:read");
  if (!can(actor, "notifications:write")) return null;
  const found = await loadCurrentTopic(typeof params.topic === "string" ? params.topic : undefined);
  if (!found) return null;
  const { id, name, products } = found;
  return { topic: { id, name, products }, isReceiving: isReceiving(id) };
}
