import "server-only";
import { type FilterPolicy, parseFilterPolicy } from "@/lib/filter-policy";
import {
  type FilterPolicyIndex,
  type FilterPolicyIndexEntry,
  filterPolicyIndexInSteps,
} from "@/lib/filter-policy/policy-index";
import { channelRecipients } from "./channels.ts";
import { listRecipientRows, type RecipientRow } from "./queries.ts";
import type { ReceiverKind } from "./receiver-kinds.ts";

/** A stored filter, read; `policy` null is no filter. */
export type ReadFilter =
  | { kind: "read"; policy: FilterPolicy | null }
  | { kind: "unknown" }
  | { kind: "unreadable"; reason: string };

export type Recipient = Omit<
  RecipientRow,
  "filterPolicy" | "filterPolicyScope" | "attributesKnown" | "protocol"
> & {
  protocol: ReceiverKind;
  filter: ReadFilter;
};

/** The subscriptions and chat channels of a topic with their filters read and indexed. */
export type Roster = {
  revision: string;
  /** Subscriptions by endpoint, then channels by name. */
  recipients: readonly Recipient[];
  /** Which of those whose filter could be read admit a message. */
  index: FilterPolicyIndex;
  /** The filters by their stored text, so that each is read once however many subscriptions have it. */
  filters: ReadonlyMap<string, ReadFilter>;
};

const ROWS_PER_STEP = 250;

/** Reads a topic's roster in steps of a few milliseconds. What has not changed since `last` is taken over from it. */
export function* rosterInSteps(
  topicId: string,
  revision: string,
  last: Roster | undefined,
): Generator<undefined, Roster> {
  const filters = new Map<string, ReadFilter>();
  const recipients: Recipient[] = [];
  for (;;) {
    const rows = listRecipientRows(topicId, ROWS_PER_STEP, recipients.at(-1));
    for (const row of rows) {
      const { filterPolicy, filterPolicyScope, attributesKnown, ...shown } = row;
      const stored = attributesKnown ? `${filterPolicyScope}${filterPolicy ?? ""}` : "";
      const filter = filters.get(stored) ?? last?.filters.get(stored) ?? readFilter(row);
      filters.set(stored, filter);
      recipients.push({ ...shown, filter });
    }
    yield;
    if (rows.length < ROWS_PER_STEP) break;
  }
  recipients.push(...channelRecipients(topicId));
  const readable = recipients.flatMap(({ id, filter }) =>
    filter.kind === "read" ? [{ id, policy: filter.policy }] : [],
  );
  // what is filed already changes at once: half changed it would fit neither roster
  const index = last ? followed(last, readable) : yield* filterPolicyIndexInSteps(readable);
  return { revision, recipients, filters, index };
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
function followed(
  { index, recipients }: Roster,
  readable: readonly FilterPolicyIndexEntry[],
): FilterPolicyIndex {
  const filed = new Map(recipients.map(({ id, filter }) => [id, filter]));
  const now = new Set(readable.map(({ id }) => id));
  for (const [id, filter] of filed) if (filter.kind === "read" && !now.has(id)) index.remove(id);
  for (const entry of readable) {
    const before = filed.get(entry.id);
    if (before?.kind !== "read" || before.policy !== entry.policy) index.add(entry);
  }
  return index;
}
