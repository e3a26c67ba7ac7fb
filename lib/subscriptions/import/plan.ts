import type { ProductId } from "@/lib/catalog";
import { isSameFilterPolicy } from "@/lib/filter-policy/same-policy";
import type { Protocol, Scope, Status } from "../constants.ts";
import type { Exported } from "../export/exported.ts";
import { readPolicy } from "../receivers.ts";
import { checkImport, type ImportCheck } from "./check.ts";
import type { PlannedRow } from "./planned-row.ts";

/** What holds an endpoint already. */
export type Holder = {
  status: Status;
  attributesKnown: boolean;
  filterPolicy: string | null;
  filterPolicyScope: Scope;
  summary: string;
};

/**
 * What an import of each subscription of a document would do on a topic.
 * @param holderOf what holds an endpoint of the topic now.
 */
export function planImport(
  list: readonly Exported[],
  topic: { arn: string; products: readonly ProductId[] },
  holderOf: (protocol: Protocol, endpoint: string) => Holder | undefined,
): PlannedRow[] {
  const seen = new Set<string>();
  return list.map((imported, index) => {
    const check = checkImport(imported, topic);
    const name = `${imported.protocol} ${imported.endpoint}`;
    const state: State = seen.has(name)
      ? { state: "twice", explanation: "SNS takes each endpoint once: the first one counts." }
      : stateOf(imported, check, holderOf(imported.protocol, imported.endpoint));
    seen.add(name);
    const { words, verdict, sentence } = check;
    return { key: String(index), imported, ...state, ...words, verdict, sentence };
  });
}

type State = Pick<PlannedRow, "state" | "explanation">;

function stateOf(imported: Exported, check: ImportCheck, holder: Holder | undefined): State {
  if (check.problems.length > 0) return { state: "invalid", explanation: check.problems.join(" ") };
  if (!holder) return { state: "new", explanation: "" };
  switch (holder.status) {
    case "lost":
      return { state: "again", explanation: "Was in the list and is gone from AWS; it is added again." };
    case "deleted":
      return {
        state: "taken",
        explanation: "Its recipient unsubscribed: AWS refuses the endpoint for up to 72 hours.",
      };
    case "creating":
      return { state: "taken", explanation: "AWS has not answered yet whether it exists. Refresh the list." };
    default:
      return existing(imported, check, holder);
  }
}

function existing(imported: Exported, check: ImportCheck, holder: Holder): State {
  if (!holder.attributesKnown)
    return {
      state: "different",
      explanation: "Its present filter is not known here. An import never overwrites it.",
    };
  const present = readPolicy(holder.filterPolicy, holder.filterPolicyScope);
  const wanted = readPolicy(check.filterPolicy, imported.filterPolicyScope);
  const isSame = present && wanted ? isSameFilterPolicy(present, wanted) : present === wanted;
  return isSame
    ? { state: "same", explanation: "With this filter." }
    : {
        state: "different",
        explanation: `Its present filter: ${holder.summary}. An import never overwrites it; edit it instead.`,
      };
}
