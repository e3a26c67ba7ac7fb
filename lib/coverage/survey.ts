import type { ProductId } from "../catalog/index.ts";
import type { FilterPolicy } from "../filter-policy/index.ts";
import { type Conjunction, conjunctionsOf, type Leaf, type PlacedLeaf } from "./conjunctions.ts";
import type { Domain } from "./domain.ts";
import { type KeyReading, readKey } from "./key-reading.ts";
import { type MessageKind, messageKinds } from "./message-kinds.ts";
import { both, more, type Share } from "./share.ts";

/** A policy held against every kind of message that reaches its topic. */
export type Survey = {
  readonly policy: FilterPolicy;
  readonly products: readonly ProductId[];
  readonly kinds: readonly MessageKind[];
  readonly conjunctions: readonly Conjunction[];
  /** What a key of the policy makes of a kind of message. */
  readonly read: (placed: PlacedLeaf, kind: MessageKind) => KeyReading;
  /** How much of a kind of message the policy admits. */
  readonly shareOf: (kind: MessageKind) => Share;
  /** Whether a message of the kind can satisfy all keys of the conjunction. */
  readonly isLive: (conjunction: Conjunction, kind: MessageKind) => boolean;
};

/** Surveys a policy. The keys of a kind of message are independent, so key by key is exact. */
export function survey(
  policy: FilterPolicy,
  products: readonly ProductId[],
  kinds: readonly MessageKind[] = messageKinds(products, policy.scope),
): Survey {
  const conjunctions = conjunctionsOf(policy);
  const read = rememberingReader();
  const shares = new Map(
    conjunctions.map((conjunction) => [
      conjunction,
      new Map(kinds.map((kind) => [kind, conjunctionShare(conjunction, kind, read)])),
    ]),
  );
  const shareIn = (conjunction: Conjunction, kind: MessageKind) =>
    shares.get(conjunction)?.get(kind) ?? "none";
  return {
    policy,
    products,
    kinds,
    conjunctions,
    read,
    shareOf: (kind) =>
      conjunctions.reduce<Share>((best, conjunction) => more(best, shareIn(conjunction, kind)), "none"),
    isLive: (conjunction, kind) => shareIn(conjunction, kind) !== "none",
  };
}

function conjunctionShare({ leaves }: Conjunction, kind: MessageKind, read: Survey["read"]): Share {
  let share: Share = "all";
  for (const placed of leaves.values()) {
    share = both(share, read(placed, kind).share);
    if (share === "none") return share;
  }
  return share;
}

/** Kinds share most of their domains, and conjunctions most of their keys. */
function rememberingReader(): Survey["read"] {
  const readings = new Map<Leaf, Map<Domain, KeyReading>>();
  return ({ leaf, path }, kind) => {
    const domain = kind.domainOf(path);
    let ofLeaf = readings.get(leaf);
    if (ofLeaf === undefined) {
      ofLeaf = new Map();
      readings.set(leaf, ofLeaf);
    }
    let reading = ofLeaf.get(domain);
    if (reading === undefined) {
      reading = readKey(leaf.conditions, domain);
      ofLeaf.set(domain, reading);
    }
    return reading;
  };
}
