import type { ProductId } from "@/lib/catalog";
import {
  type CoverageChange,
  change,
  changeSentences,
  coverage,
  type Happening,
  happeningWords,
  mailboxOf,
  type Receiver,
} from "@/lib/coverage";
import { CONFIRMED_BY_RECIPIENT } from "./constants.ts";
import { readPolicy } from "./receivers.ts";
import type { ProposedFilter } from "./schema.ts";

/** What a change would do, in sentences. */
export type Consequences = {
  /** What would reach fewer or nobody. */
  worse: readonly string[];
  /** What else would change. */
  other: readonly string[];
  /** What one mailbox would get more than once, and did not before. */
  doubled: readonly string[];
};

/** What would have no recipient without one of the topic's receivers, or be received less certainly. */
export function consequencesOfLosing(
  receivers: readonly Receiver[],
  id: string,
  products: readonly ProductId[],
): readonly string[] {
  const left = receivers.filter((receiver) => receiver.id !== id);
  return forEverybody(change(receivers, left, products));
}

/**
 * What a filter that is not saved yet would mean: of one of the receivers, or of one more. Null when it is no filter
 * policy, or when what it would replace is not known.
 */
export function consequencesOf(
  { id, protocol, endpoint, scope, policy: text }: ProposedFilter,
  receivers: readonly Receiver[],
  products: readonly ProductId[],
): Consequences | null {
  const policy = readPolicy(text, scope);
  if (policy === undefined) return null;
  if (id === null) {
    const status = CONFIRMED_BY_RECIPIENT.includes(protocol) ? "pending" : "confirmed";
    const added = { id: "", protocol, endpoint, status, policy };
    return consequencesOfAdding(receivers, added, products);
  }
  const now = receivers.find((receiver) => receiver.id === id);
  return now ? consequencesOfEdit(receivers, { ...now, policy }, products) : null;
}

/** What a receiver with another filter would mean, for it and for everybody. */
function consequencesOfEdit(
  receivers: readonly Receiver[],
  changed: Receiver,
  products: readonly ProductId[],
): Consequences {
  const after = receivers.map((receiver) => (receiver.id === changed.id ? changed : receiver));
  const outcome = change(receivers, after, products);
  return {
    worse: forEverybody(outcome),
    other: changeSentences({ ...outcome, lost: [], weakened: [], places: [] }),
    doubled: doubledBy(changed, receivers, after, products),
  };
}

/** What one more receiver would mean: the gaps it closes, and what it would repeat. */
function consequencesOfAdding(
  receivers: readonly Receiver[],
  added: Receiver,
  products: readonly ProductId[],
): Consequences {
  const after = [...receivers, added];
  const { gained } = change(receivers, after, products);
  const gaps = gained.filter(({ before }) => before === "nobody");
  const closes = added.status === "pending" ? "Once confirmed, this one will." : "This one will.";
  return {
    worse: [],
    other: gaps.length === 0 ? [] : [`Nobody receives ${happeningWords(gaps, "or")} today. ${closes}`],
    doubled: doubledBy(added, receivers, after, products),
  };
}

function forEverybody(outcome: CoverageChange): readonly string[] {
  return changeSentences({ ...outcome, gained: [], receivers: [] });
}

function doubledBy(
  receiver: Receiver,
  before: readonly Receiver[],
  after: readonly Receiver[],
  products: readonly ProductId[],
): readonly string[] {
  const mailbox = mailboxOf(receiver);
  if (mailbox === undefined) return [];
  const sharing = (receivers: readonly Receiver[]) =>
    coverage(
      receivers.filter((each) => mailboxOf(each) === mailbox),
      products,
    ).doubles.filter(({ ids }) => ids.includes(receiver.id));
  const known = new Set(sharing(before).flatMap(({ rows }) => rows.map(nameOf)));
  return sharing(after).flatMap(({ ids, rows }) => {
    const news = rows.filter((row) => !known.has(nameOf(row)));
    if (news.length === 0) return [];
    const others = after.filter(({ id }) => id !== receiver.id && ids.includes(id));
    const [first] = others;
    const from = others.length === 1 && first ? first.endpoint : `${others.length} other subscriptions`;
    const may = news.every(({ certain }) => certain) ? "would" : "may";
    return [`${mailbox} ${may} get ${happeningWords(news)} more than once: through ${from} too.`];
  });
}

function nameOf({ type, result }: Happening): string {
  return `${type} ${result ?? ""}`;
}
