import "server-only";
import { type Db, getDb } from "@/db/client";
import { type FilterPolicy, parseFilterPolicy } from "@/lib/filter-policy";
import { createFilterPolicyIndex, type FilterPolicyIndex } from "@/lib/filter-policy/policy-index";
import { revisionOf } from "@/lib/subscriptions/queries";
import { listRecipientRows, type RecipientRow } from "./queries.ts";

/** A stored filter, read; `policy` null is no filter. */
export type ReadFilter =
  | { kind: "read"; policy: FilterPolicy | null }
  | { kind: "unknown" }
  | { kind: "unreadable"; reason: string };

export type Recipient = Omit<RecipientRow, "filterPolicy" | "filterPolicyScope" | "attributesKnown"> & {
  filter: ReadFilter;
};

/** The subscriptions of a topic with their filters read and indexed. */
export type Roster = {
  revision: string;
  /** By endpoint. */
  recipients: readonly Recipient[];
  /** Which of those whose filter could be read admit a message. */
  index: FilterPolicyIndex;
  /** The filters by their stored text, so that each is read once however many subscriptions have it. */
  filters: ReadonlyMap<string, ReadFilter>;
};

/** More topics than this are asked of in turns only, and then read anew each time. */
const KEPT_TOPICS = 8;

const kept = new WeakMap<Db, Map<string, Roster>>();

/** The topic's roster as of now: read anew only when a subscription has changed since the last time. */
export function rosterOf(topicId: string): Roster {
  const db = getDb();
  const rosters = kept.get(db) ?? new Map<string, Roster>();
  kept.set(db, rosters);
  const revision = revisionOf(topicId);
  const last = rosters.get(topicId);
  const roster = last?.revision === revision ? last : readRoster(topicId, revision, last);
  rosters.delete(topicId);
  rosters.set(topicId, roster);
  for (const oldest of rosters.keys()) {
    if (rosters.size <= KEPT_TOPICS) break;
    rosters.delete(oldest);
  }
  return roster;
}

function readRoster(topicId: string, revision: string, last: Roster | undefined): Roster {
  const filters = new Map<string, ReadFilter>();
  const recipients = listRecipientRows(topicId).map((row): Recipient => {
    const { filterPolicy, filterPolicyScope, attributesKnown, ...shown } = row;
    const stored = attributesKnown ? `${filterPolicyScope}${filterPolicy ?? ""}` : "";
    const filter = filters.get(stored) ?? last?.filters.get(stored) ?? readFilter(row);
    filters.set(stored, filter);
    return { ...shown, filter };
  });
  return { revision, recipients, filters, index: indexOf(recipients, last) };
}

function readFilter(row: RecipientRow): ReadFilter {
  if (!row.attributesKnown) return { kind: "unknown" };
  if (row.filterPolicy === null) return { kind: "read", policy: null };
  const parsed = parseFilterPolicy(row.filterPolicy, row.filterPolicyScope);
  return parsed.ok
    ? { kind: "read", policy: parsed.value }
    : { kind: "unreadable", reason: parsed.issues[0]?.message ?? "it is not a filter policy" };
}

/** Filing ten thousand policies takes longer than a request should; what has not changed stays filed. */
function indexOf(recipients: readonly Recipient[], last: Roster | undefined): FilterPolicyIndex {
  const readable = recipients.flatMap(({ id, filter }) =>
    filter.kind === "read" ? [{ id, policy: filter.policy }] : [],
  );
  if (last === undefined) return createFilterPolicyIndex(readable);
  const { index } = last;
  const filed = new Map(last.recipients.map(({ id, filter }) => [id, filter]));
  const now = new Set(readable.map(({ id }) => id));
  for (const [id, filter] of filed) if (filter.kind === "read" && !now.has(id)) index.remove(id);
  for (const entry of readable) {
    const before = filed.get(entry.id);
    if (before?.kind !== "read" || before.policy !== entry.policy) index.add(entry);
  }
  return index;
}
