import type { FilterPolicyScope } from "./filter/policy.ts";

/** Attributes of a subscription as they are kept: only those that were set. */
type Attributes = Readonly<Record<string, string>>;

/** What a filter policy looks at. The scope is remembered while there is no policy. */
export function scopeOf(attributes: Attributes): FilterPolicyScope {
  return attributes.FilterPolicyScope === "MessageBody" ? "MessageBody" : "MessageAttributes";
}

export function isRaw(attributes: Attributes): boolean {
  return attributes.RawMessageDelivery === "true";
}

/** The queue a RedrivePolicy names, "" when it names none, null when it is not a JSON object. */
export function deadLetterQueueOf(redrivePolicy: string): string | null {
  try {
    const policy: unknown = JSON.parse(redrivePolicy);
    if (typeof policy !== "object" || policy === null || Array.isArray(policy)) return null;
    const target = "deadLetterTargetArn" in policy ? policy.deadLetterTargetArn : "";
    return typeof target === "string" ? target : "";
  } catch {
    return null;
  }
}
