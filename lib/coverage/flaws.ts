import { bestShare } from "./condition-share.ts";
import { type Conjunction, leavesOf, type PlacedBranch, type PlacedLeaf } from "./conjunctions.ts";
import { isCarried } from "./domain.ts";
import type { Flaw } from "./flaw.ts";
import type { MessageKind } from "./message-kinds.ts";
import type { Reason } from "./reason.ts";
import type { Survey } from "./survey.ts";
import { excludedBy } from "./text-pattern.ts";
import { whyApart, whyBlocked } from "./why-apart.ts";
import { whyImpossible } from "./why-impossible.ts";

/** Everything in the policy that never contributes to a delivery, and what may keep out what was wanted. */
export function flawsOf(survey: Survey): readonly Flaw[] {
  const isAlive = (conjunction: Conjunction) => survey.kinds.some((kind) => survey.isLive(conjunction, kind));
  const live = survey.conjunctions.filter(isAlive);
  const dead = survey.conjunctions.filter((conjunction) => !isAlive(conjunction));
  return oncePerPlace([
    ...dead.flatMap((conjunction) => {
      const branch = uselessBranch(conjunction, live);
      return blockersOf(survey, conjunction).map((flaw) => ({ ...flaw, ...(branch && { branch }) }));
    }),
    ...deadConditions(survey, live),
    ...idleExclusions(survey),
    ...overruledKeys(survey),
    ...accountsBesideBuckets(live),
    ...absencesOfAll(survey, live),
  ]);
}

function oncePerPlace(flaws: readonly Flaw[]): readonly Flaw[] {
  const seen = new Set<string>();
  return flaws.filter(({ placed, index, reason }) => {
    const value = reason.kind === "excludesNothing" ? reason.value : "";
    const place = `${placed.place}[${index ?? ""}]${value}`;
    return seen.size !== seen.add(place).size;
  });
}

function dead(placed: PlacedLeaf, reason: Reason, index?: number): Flaw {
  return { effect: "dead", placed, reason, ...(index !== undefined && { index }) };
}

/** The outermost alternative on the way of a dead conjunction that no live one takes. */
function uselessBranch({ branches }: Conjunction, live: readonly Conjunction[]): PlacedBranch | undefined {
  return branches.find(
    ({ place }) => !live.some((other) => other.branches.some((branch) => branch.place === place)),
  );
}

/** What keeps every message from satisfying a conjunction: keys impossible alone, else one that others rule out. */
function blockersOf(survey: Survey, { leaves }: Conjunction): Flaw[] {
  const admits = (placed: PlacedLeaf, kind: MessageKind) => survey.read(placed, kind).share !== "none";
  const placedLeaves = [...leaves.values()];
  const impossible = placedLeaves.filter((placed) => !survey.kinds.some((kind) => admits(placed, kind)));
  if (impossible.length > 0) return impossible.flatMap((placed) => impossibleKey(survey, placed));
  const homesOf = (placed: PlacedLeaf) => survey.kinds.filter((kind) => admits(placed, kind));
  const pivot =
    leaves.get("notificationType") ??
    placedLeaves.reduce((a, b) => (homesOf(b).length < homesOf(a).length ? b : a));
  const homes = homesOf(pivot);
  const stuck = placedLeaves.filter((placed) => !homes.some((kind) => admits(placed, kind)));
  if (stuck.length > 0) return stuck.map((placed) => dead(placed, whyApart(placed, homes, pivot.path)));
  return pivot.leaf.conditions.map((_, index) =>
    dead(pivot, whyBlocked(survey, leaves, pivot, index), index),
  );
}

function impossibleKey(survey: Survey, placed: PlacedLeaf): Flaw[] {
  const { leaf, path } = placed;
  if (!survey.kinds.some((kind) => isCarried(kind.domainOf(path)))) {
    const [condition] = leaf.conditions;
    return condition === undefined ? [] : [dead(placed, whyImpossible(survey, path, condition))];
  }
  return leaf.conditions.map((condition, index) =>
    dead(placed, whyImpossible(survey, path, condition), index),
  );
}

/** Conditions of live conjunctions that no message satisfies together with the rest. */
function deadConditions(survey: Survey, live: readonly Conjunction[]): Flaw[] {
  const ways = new Map<PlacedLeaf["leaf"], { placed: PlacedLeaf; conjunctions: Conjunction[] }>();
  for (const conjunction of live) {
    for (const placed of conjunction.leaves.values()) {
      const way = ways.get(placed.leaf) ?? { placed, conjunctions: [] };
      way.conjunctions.push(conjunction);
      ways.set(placed.leaf, way);
    }
  }
  return [...ways.values()].flatMap(({ placed, conjunctions }) => {
    const homes = survey.kinds.filter((kind) => conjunctions.some((way) => survey.isLive(way, kind)));
    return placed.leaf.conditions.flatMap((condition, index) => {
      const isAlive = (kind: MessageKind) => survey.read(placed, kind).alive[index] ?? false;
      if (homes.some(isAlive)) return [];
      const [way] = conjunctions;
      const reason =
        way !== undefined && survey.kinds.some(isAlive)
          ? whyBlocked(survey, way.leaves, placed, index)
          : whyImpossible(survey, placed.path, condition);
      return [dead(placed, reason, index)];
    });
  });
}

/** Excluded values that never occur: whoever listed them believes that they are kept out. */
function idleExclusions(survey: Survey): Flaw[] {
  return leavesOf(survey.policy).flatMap((placed) => {
    const sorts = survey.kinds.flatMap((kind) => kind.domainOf(placed.path).sorts);
    if (sorts.length === 0) return [];
    return placed.leaf.conditions.flatMap((condition, index) => {
      if (condition.kind !== "anything-but") return [];
      const { by, values } = condition.exclusion;
      return values.flatMap((value) => {
        const excluded = excludedBy(by, value);
        if (bestShare(excluded, sorts) !== "none") return [];
        const because = whyImpossible(survey, placed.path, excluded);
        return [dead(placed, { kind: "excludesNothing", value, because }, index)];
      });
    });
  });
}

function overruledKeys({ policy, conjunctions }: Survey): Flaw[] {
  const heeded = new Set(conjunctions.flatMap(({ leaves }) => [...leaves.values()].map(({ leaf }) => leaf)));
  return leavesOf(policy)
    .filter(({ leaf }) => !heeded.has(leaf))
    .map((placed) => dead(placed, { kind: "overruled" }));
}

/** Buckets that are named have their accounts already; patterns of buckets may well be narrowed by account. */
function accountsBesideBuckets(live: readonly Conjunction[]): Flaw[] {
  return live.flatMap(({ leaves }) => {
    const bucket = leaves.get("bucket") ?? leaves.get("bucketName") ?? leaves.get("container");
    const account = leaves.get("accountId");
    const isNamed = bucket?.leaf.conditions.every(({ kind }) => kind === "exact");
    if (!isNamed || account?.leaf.conditions.every(({ kind }) => kind === "exact") !== true) return [];
    return [{ effect: "doubtful", placed: account, reason: { kind: "bucketBesideAccount" } } as const];
  });
}

/** The alarm is the only message without attributes, so asking for the absence of one that all types carry finds it. */
function absencesOfAll({ policy, kinds, read, isLive }: Survey, live: readonly Conjunction[]): Flaw[] {
  const typed = kinds.filter(({ type }) => type !== null);
  if (policy.scope === "MessageBody" || typed.some((kind) => live.some((way) => isLive(way, kind))))
    return [];
  return live.flatMap(({ leaves }) =>
    [...leaves.values()]
      .filter((placed) => typed.every((kind) => read(placed, kind).share === "none"))
      .map((placed) => {
        const reason = { kind: "alwaysCarried", key: placed.path, types: [] } as const;
        return { effect: "doubtful", placed, reason } as const;
      }),
  );
}
