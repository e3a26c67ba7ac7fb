import "server-only";
import { setImmediate as nextTurn } from "node:timers/promises";
import { type Db, getDb } from "@/db/client";
import { MESSAGES_AT_MOST, WHOLE_BYTES_AT_MOST, WHOLE_MESSAGES_AT_MOST } from "./constants.ts";
import { listAfterPlace, listArrivedAfter, listWhole, newestId, placeBeforeNewest } from "./queries.ts";
import { createFiler, type Traffic } from "./traffic.ts";

/** So many messages are read before other requests have their turn. */
const CHUNK = 2_000;
/** The traffic of so many topics is remembered; others are read anew. */
const KEPT_TOPICS = 4;
/** What is too old is dropped once it is so large a part, as dropping moves everything that stays. */
const STALE_SHARE = 0.1;

type Kept = ReturnType<typeof createFiler> & { upTo: number };

const kept = new WeakMap<Db, Map<string, Promise<Kept>>>();

/**
 * What a topic carried since a time, at most the newest 100,000 messages, without bodies and keys. Remembered, and
 * completed with what has arrived since it was last asked for.
 */
export async function recentTraffic(topicId: string, since: Date): Promise<Traffic> {
  const topics = kept.get(getDb()) ?? new Map<string, Promise<Kept>>();
  kept.set(getDb(), topics);
  const last = topics.get(topicId);
  // one after the other: two that complete the same traffic would file everything twice
  const next = (last ? last.then((known) => complete(known, topicId, since)) : read(topicId, since)).catch(
    (error: unknown) => {
      topics.delete(topicId);
      throw error;
    },
  );
  topics.delete(topicId);
  topics.set(topicId, next);
  for (const oldest of topics.keys()) {
    if (topics.size <= KEPT_TOPICS) break;
    topics.delete(oldest);
  }
  return sinceOnly((await next).traffic, since.getTime());
}

/** The newest messages since a time with everything a filter can look at; fewer, as they are read anew each time. */
export function wholeTraffic(topicId: string, since: Date): Traffic {
  const { traffic, file } = createFiler();
  const most = { count: WHOLE_MESSAGES_AT_MOST, bytes: WHOLE_BYTES_AT_MOST };
  for (const message of listWhole(topicId, since, most)) file(message);
  return traffic;
}

async function read(topicId: string, since: Date): Promise<Kept> {
  const filer = createFiler();
  const upTo = newestId();
  let place = placeBeforeNewest(topicId, since, MESSAGES_AT_MOST);
  for (;;) {
    const rows = listAfterPlace(topicId, place, CHUNK);
    // what arrives meanwhile is filed when the traffic is completed
    for (const row of rows) if (row.id <= upTo) filer.file(row);
    const last = rows.at(-1);
    if (!last || rows.length < CHUNK) return { ...filer, upTo };
    place = { at: last.publishedAt.getTime(), id: last.id };
    await nextTurn();
  }
}

async function complete(known: Kept, topicId: string, since: Date): Promise<Kept> {
  const { traffic, file } = known;
  const fresh = traffic.times.findIndex((time) => time >= since.getTime());
  const stale = fresh < 0 ? traffic.times.length : fresh;
  const surplus = traffic.ids.length - MESSAGES_AT_MOST;
  if (Math.max(stale, surplus) > MESSAGES_AT_MOST * STALE_SHARE) return read(topicId, since);
  for (;;) {
    const rows = listArrivedAfter(known.upTo, CHUNK);
    for (const row of rows) if (row.topicId === topicId && row.publishedAt >= since) file(row);
    known.upTo = rows.at(-1)?.id ?? known.upTo;
    if (rows.length < CHUNK) return known;
    await nextTurn();
  }
}

/** Without what has become too old, and without more than may be tried. */
function sinceOnly(traffic: Traffic, since: number): Traffic {
  const { kinds, ids, times, kindOf } = traffic;
  const isFresh = (time: number | undefined) => time !== undefined && time >= since;
  if (ids.length <= MESSAGES_AT_MOST && times.every(isFresh)) return traffic;
  const fresh = ids.map((_, index) => index).filter((index) => isFresh(times[index]));
  const tried = fresh.slice(-MESSAGES_AT_MOST);
  const at = (list: readonly number[]) => tried.map((index) => list[index] ?? 0);
  return { kinds, ids: at(ids), times: at(times), kindOf: at(kindOf) };
}
