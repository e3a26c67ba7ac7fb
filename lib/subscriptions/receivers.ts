import type { Receiver } from "@/lib/coverage";
import { type FilterPolicy, parseFilterPolicy } from "@/lib/filter-policy";
import type { Protocol, Scope, Status } from "./constants.ts";

export type ReceiverRow = {
  id: string;
  status: Status;
  protocol: Protocol;
  endpoint: string;
  pausedAt: Date | null;
  filterPolicy: string | null;
  filterPolicyScope: Scope;
};

/**
 * Rows with known filters as coverage wants them, each distinct policy parsed once. A paused one receives nothing; an
 * unreadable policy is left out: what it admits cannot be told.
 */
export function receiversOf(rows: readonly ReceiverRow[]): Receiver[] {
  const parsed = new Map<string, FilterPolicy | null | undefined>();
  const policyOf = ({ filterPolicy, filterPolicyScope }: ReceiverRow) => {
    const key = `${filterPolicyScope} ${filterPolicy ?? ""}`;
    if (!parsed.has(key)) parsed.set(key, readPolicy(filterPolicy, filterPolicyScope));
    return parsed.get(key);
  };
  return rows.flatMap((row) => {
    const policy = policyOf(row);
    if (policy === undefined) return [];
    const { id, protocol, endpoint } = row;
    return [{ id, protocol, endpoint, policy, status: row.pausedAt ? "paused" : row.status }];
  });
}

/** The policy; null where it lets everything pass, undefined where it cannot be read. */
export function readPolicy(text: string | null, scope: Scope): FilterPolicy | null | undefined {
  if (text === null) return null;
  const parsed = parseFilterPolicy(text, scope);
  if (!parsed.ok) return undefined;
  return parsed.value.entries.length === 0 ? null : parsed.value;
}
