import "server-only";
import { type HistoryRow, historyRow } from "@/lib/notifications/history-row";
import { findNotification, listNotifications } from "@/lib/notifications/queries";
import { historyQuerySchema } from "@/lib/notifications/schema";
import { findTopic } from "@/lib/topics/queries";
import { type ChangeSince, listChangesSince } from "./queries.ts";
import type { ReceivedMessage } from "./question.ts";
import { rosterOf } from "./roster.ts";
import { simulationQuerySchema } from "./schema.ts";
import { type ToldRows, toldOf } from "./told.ts";

const RECENT = 10;

/** The newest messages that a topic carried, to choose one from. */
export function recentOf(topicId: string): HistoryRow[] {
  const { rows } = listNotifications(topicId, historyQuerySchema.parse({}), { size: RECENT });
  return rows.map((row) => historyRow(row, (id) => findNotification(id)?.body ?? ""));
}

/** A message that the topic carried, while it is kept. */
export function findReceived(topicId: string, id: number): ReceivedMessage | undefined {
  const found = findNotification(id);
  if (found?.topicId !== topicId) return undefined;
  const { publishedAt, attributes, body } = found;
  return { id, publishedAt, message: { attributes, body } };
}

export type ReceivedAnswer = Pick<ToldRows, "counts" | "overall" | "rows"> & {
  topicId: string;
  /** What was changed after it was published: then it may have gone to others. */
  changes: ChangeSince[];
};

/**
 * Who receives a message of the history as of now, the first of them by name. Undefined for a message that is not
 * kept, or whose topic is no longer managed.
 */
export function receivedAnswer(id: number): ReceivedAnswer | undefined {
  const found = findNotification(id);
  if (!found || !findTopic(found.topicId)) return undefined;
  const { topicId, publishedAt, attributes, body } = found;
  const query = { ...simulationQuerySchema.parse({}), answer: ["receives" as const] };
  const { counts, overall, rows } = toldOf(rosterOf(topicId), { attributes, body }, query);
  return { topicId, counts, overall, rows, changes: listChangesSince(topicId, publishedAt) };
}
