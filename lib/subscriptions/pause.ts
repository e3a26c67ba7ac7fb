/** The one key of a paused subscription's policy. No message carries it, and its name says why in AWS's console. */
const PAUSED_KEY = "pausedByProactiveNotifications";

export type Paused = {
  since: Date;
  /** When it resumes by itself; null for when somebody resumes it. */
  until: Date | null;
  /** The policy kept for the time after; null for none. */
  filterPolicy: string | null;
};

/**
 * The policy that stands at AWS while a subscription is paused: it matches nothing, and holds what it replaced, so
 * that any console on the topic can resume it, even one that has lost its database. The scope stays as it is: the
 * policy is flat, which both scopes allow.
 */
export function pausedPolicy({ since, until, filterPolicy }: Paused): string {
  const kept = JSON.stringify({
    since: since.toISOString(),
    until: until?.toISOString() ?? null,
    policy: filterPolicy,
  });
  return JSON.stringify({ [PAUSED_KEY]: [kept] });
}

/** What a paused subscription's policy holds; null for every other policy, and for one that was tampered with. */
export function readPaused(policyText: string | null): Paused | null {
  if (!policyText?.includes(PAUSED_KEY)) return null;
  const kept = field(parse(policyText), PAUSED_KEY);
  const record = Array.isArray(kept) && typeof kept[0] === "string" ? parse(kept[0]) : undefined;
  const since = date(field(record, "since"));
  const policy = field(record, "policy");
  if (!since || (policy !== null && typeof policy !== "string")) return null;
  return { since, until: date(field(record, "until")), filterPolicy: policy };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function field(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

function date(value: unknown): Date | null {
  const parsed = typeof value === "string" ? new Date(value) : null;
  return parsed && !Number.isNaN(parsed.getTime()) ? parsed : null;
}
