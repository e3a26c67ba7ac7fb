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
export function survey(policy: FilterPolicy, products: readonly ProductId[]): Survey {
  const kinds = messageKinds(products, policy.scope);
  const conjunctions = conjunctionsOf(policy);
  const read = rememberingReader();
  const conjunctionShare = ({ leaves }: Conjunction, kind: MessageKind) => {
    let share: Share = "all";
    for (const placed of leaves.values()) {
      share = both(share, read(placed, kind).share);
      if (share === "none") return share;
    }
    return share;
  };
  return {
    policy,
    products,
    kinds,
    conjunctions,
    read,
    shareOf: (kind) =>
      conjunctions.reduce<Share>(
        (best, conjunction) => (best === "all" ? best : more(best, conjunctionShare(conjunction, kind))),
        "none",
      ),
    isLive: (conjunction, kind) => conjunctionShare(conjunction, kind) !== "none",
  };
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
