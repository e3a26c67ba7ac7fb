import type { ProblemGroup } from "./build-figures.ts";
import type { Finding, Listed } from "./figures.ts";
import { listed } from "./listed.ts";

const SHOWN_FINDINGS = 10;

type Gathered = { engines: Set<string>; buckets: Map<string, number>; count: number; lastAt: number };

/** What was found, most often first. A result that names several things counts for each. */
export function buildFindings(groups: readonly ProblemGroup[]): Listed<Finding> {
  const byName = new Map<string, Gathered>();
  for (const group of groups) for (const name of namesOf(group)) gather(byName, name, group);
  const findings = [...byName].map(([name, gathered]) => findingOf(name, gathered));
  return listed(findings.sort(mostFirst), SHOWN_FINDINGS);
}

function namesOf({ names }: ProblemGroup): Set<string> {
  return new Set((names ?? "").split("\n").filter((name) => name !== ""));
}

function gather(byName: Map<string, Gathered>, name: string, group: ProblemGroup): void {
  const known = byName.get(name) ?? { engines: new Set(), buckets: new Map(), count: 0, lastAt: 0 };
  byName.set(name, known);
  known.count += group.count;
  known.lastAt = Math.max(known.lastAt, group.lastAt);
  for (const engine of (group.engines ?? "").split(", ")) if (engine) known.engines.add(engine);
  if (group.bucket) known.buckets.set(group.bucket, (known.buckets.get(group.bucket) ?? 0) + group.count);
}

function findingOf(name: string, { engines, buckets, count, lastAt }: Gathered): Finding {
  const byCount = [...buckets].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return {
    name,
    engines: [...engines].sort(),
    count,
    lastSeen: new Date(lastAt),
    bucket: byCount[0]?.[0] ?? null,
    otherBuckets: Math.max(0, byCount.length - 1),
  };
}

function mostFirst(a: Finding, b: Finding): number {
  return b.count - a.count || b.lastSeen.getTime() - a.lastSeen.getTime() || (a.name < b.name ? -1 : 1);
}
