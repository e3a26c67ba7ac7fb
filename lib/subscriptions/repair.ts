import type { ProductId } from "@/lib/catalog";
import { judge } from "@/lib/coverage";
import { type FilterPolicy, formatFilterPolicy } from "@/lib/filter-policy";
import type { Scope } from "./constants.ts";

export type OfferedRepair = {
  policy: FilterPolicy;
  text: string;
  scope: Scope;
  sentences: readonly string[];
};

/** The repair of a filter where one is evident: the same for whoever asks, so that it can be recognised later. */
export function offeredRepair(
  policy: FilterPolicy | null,
  products: readonly ProductId[],
): OfferedRepair | null {
  const { repair } = judge(policy, products);
  if (!repair) return null;
  const { policy: repaired, sentences } = repair;
  return { policy: repaired, text: formatFilterPolicy(repaired), scope: repaired.scope, sentences };
}
