import type { Protocol, Scope, Status } from "../constants.ts";
import type { Exported } from "./exported.ts";

type Row = {
  protocol: Protocol;
  endpoint: string;
  arn: string | null;
  status: Status;
  attributesKnown: boolean;
  filterPolicy: string | null;
  filterPolicyScope: Scope;
  rawDelivery: boolean;
  deadLetterQueueArn: string | null;
  subscriptionRoleArn: string | null;
};

/**
 * A stored subscription as it is exported. A paused one has the filter that comes back; one that is gone from AWS
 * has no ARN any more; a policy that is no JSON object counts as not known, since no format could hold it.
 */
export function toExported(row: Row): Exported {
  const filterKnown = row.attributesKnown && (row.filterPolicy === null || isObject(row.filterPolicy));
  const isAtAws = row.status === "pending" || row.status === "confirmed";
  return {
    protocol: row.protocol,
    endpoint: row.endpoint,
    filterPolicy: filterKnown ? row.filterPolicy : null,
    filterKnown,
    filterPolicyScope: row.filterPolicyScope,
    rawDelivery: row.rawDelivery,
    deadLetterQueueArn: row.deadLetterQueueArn,
    subscriptionRoleArn: row.subscriptionRoleArn,
    arn: isAtAws ? row.arn : null,
  };
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
