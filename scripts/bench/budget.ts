import { resultsOf, selectionToPolicy } from "../../lib/catalog/index.ts";
import { samplesFor } from "../../lib/catalog/samples/index.ts";
import { judge } from "../../lib/coverage/index.ts";
import {
  describeFilterPolicy,
  formatFilterPolicy,
  matchFilterPolicy,
  measureFilterPolicy,
  parseFilterPolicy,
} from "../../lib/filter-policy/index.ts";
import { median, rateOf } from "./rounds.ts";
import { figure, printTable } from "./table.ts";

const MAX_MS = 1;

/** What every change in the wizard costs, for a policy that uses all 150 combinations; true within the target. */
export function benchBudget(): boolean {
  const results = resultsOf("scanResult")
    .map(({ value }) => value)
    .slice(0, 3);
  const buckets = Array.from({ length: 50 }, (_, index) => `customer-data-${index}`);
  const selection = { types: ["scanResult"], results, buckets, accounts: [] };
  const policy = selectionToPolicy(["antivirus"], selection);
  const text = formatFilterPolicy(policy);
  const samples = samplesFor(["antivirus"]);
  const steps: Record<string, () => unknown> = {
    "selection to policy": () => selectionToPolicy(["antivirus"], selection),
    "parse and measure": () => {
      const parsed = parseFilterPolicy(text);
      return parsed.ok && measureFilterPolicy(parsed.value);
    },
    "in words": () => describeFilterPolicy(policy),
    verdict: () => judge(policy, ["antivirus"]),
    [`matching ${samples.length} samples`]: () => {
      // a new object each time, as after every change, so that preparing the policy is measured too
      const fresh = { ...policy, entries: [...policy.entries] };
      return samples.filter((sample) => matchFilterPolicy(fresh, sample));
    },
  };
  const costs = Object.entries(steps).map(([step, work]) => ({ step, ms: medianMs(work) }));
  const totalMs = costs.reduce((total, { ms }) => total + ms, 0);
  printTable(
    `A change in the wizard at ${measureFilterPolicy(policy).combinations} combinations (target: under ${MAX_MS} ms in all)`,
    [...costs, { step: "in all", ms: totalMs }].map(({ step, ms }) => ({ step, ms: figure(ms) })),
  );
  return totalMs < MAX_MS;
}

function medianMs(work: () => unknown): number {
  const turns = Array.from({ length: 6 }, () => 1000 / rateOf(work, 100));
  return median(turns.slice(1));
}
