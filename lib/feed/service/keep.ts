import "server-only";
import { channelsFor } from "@/lib/chat/service/admitted";
import { AppError } from "@/lib/errors";
import { wantsEventBridge } from "@/lib/event-bridge/queries";
import { EVENT_BRIDGE_TARGET } from "@/lib/forwards/constants";
import { logger } from "@/lib/logger";
import { keepUnread, type Received } from "@/lib/notifications/parse-delivery";
import { storeNotifications } from "@/lib/notifications/service/store";

/**
 * Keeps what a feed received, with a forward to everything that is switched on. One message that cannot be stored as
 * what it is does not hold up the others: it is kept as a text nobody understood.
 * @throws AppError or the database's error when nothing can be stored now; then nothing of it is.
 */
export function keepReceived(received: readonly Received[]) {
  if (received.length === 0) return;
  try {
    store(received);
  } catch (error) {
    if (!isOfTheMessage(error)) throw error;
    for (const each of received) keepAlone(each);
  }
}

function store(received: readonly Received[]) {
  const events = wantsEventBridge() ? [EVENT_BRIDGE_TARGET] : [];
  const channelsOf = channelsFor();
  storeNotifications(received, (each) => [...events, ...channelsOf(each.topic.id, each)]);
}

function keepAlone(each: Received) {
  try {
    store([each]);
  } catch (error) {
    if (!isOfTheMessage(error)) throw error;
    const { messageId, topic, body } = each;
    logger().error({ messageId, topicId: topic.id, err: error }, "kept a notification without reading it");
    store([keepUnread(body, topic, { messageId, reason: "noEnvelope" })]);
  }
}

/** A full or busy database refuses every message; anything else may be this one's fault. */
function isOfTheMessage(error: unknown): boolean {
  if (error instanceof AppError) return false;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return !/^SQLITE_(BUSY|LOCKED|IOERR|FULL|CORRUPT|NOTADB|READONLY|CANTOPEN)/.test(code);
}
