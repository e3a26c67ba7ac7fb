import "server-only";
import { and, asc, count, eq, inArray, ne } from "drizzle-orm";
import { getDb } from "@/db/client";
import { channels } from "@/db/schema/channels";
import { AppError } from "@/lib/errors";
import { type FilterPolicy, parseFilterPolicy } from "@/lib/filter-policy";

export type Channel = typeof channels.$inferSelect;

/** The channels of a topic by name. */
export function listChannels(topicId: string): Channel[] {
  return getDb()
    .select()
    .from(channels)
    .where(eq(channels.topicId, topicId))
    .orderBy(asc(channels.name), asc(channels.id))
    .all();
}

/** Every channel of every topic that is in one of these states. */
export function listChannelsIn(states: readonly Channel["state"][]): Channel[] {
  return getDb()
    .select()
    .from(channels)
    .where(inArray(channels.state, [...states]))
    .orderBy(asc(channels.topicId), asc(channels.name))
    .all();
}

/** Undefined when there is none, or none any more. */
export function findChannel(id: string): Channel | undefined {
  return getDb().select().from(channels).where(eq(channels.id, id)).get();
}

/** @throws AppError "not_found". */
export function getChannel(id: string): Channel {
  const found = findChannel(id);
  if (!found) throw new AppError("not_found", "This channel does not exist any more. Refresh the list.");
  return found;
}

export function countChannels(topicId: string): number {
  return getDb().select({ n: count() }).from(channels).where(eq(channels.topicId, topicId)).get()?.n ?? 0;
}

/** A channel of the topic that has this name and another id. */
export function findNamesake(topicId: string, name: string, id: string | null): Channel | undefined {
  return getDb()
    .select()
    .from(channels)
    .where(
      and(
        eq(channels.topicId, topicId),
        eq(channels.name, name),
        id === null ? undefined : ne(channels.id, id),
      ),
    )
    .get();
}

/** Changes whenever a channel of the topic is added, changed, switched or deleted; not when it sends. */
export function channelsRevision(topicId: string): string {
  return getDb()
    .select({ id: channels.id, version: channels.version })
    .from(channels)
    .where(eq(channels.topicId, topicId))
    .orderBy(asc(channels.id))
    .all()
    .map(({ id, version }) => `${id}:${version}`)
    .join(" ");
}

const read = new Map<string, FilterPolicy>();
const KEPT_POLICIES = 500;

/** A channel's filter policy, read once for each text. */
export function policyOf({ filterPolicy }: Pick<Channel, "filterPolicy">): FilterPolicy {
  const known = read.get(filterPolicy);
  if (known) return known;
  const parsed = parseFilterPolicy(filterPolicy, "MessageAttributes");
  if (!parsed.ok) throw new Error("A channel's stored filter policy cannot be read.");
  if (read.size >= KEPT_POLICIES) read.clear();
  read.set(filterPolicy, parsed.value);
  return parsed.value;
}
