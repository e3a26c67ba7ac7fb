/** What a token may do at /api/v1. */
export const API_SCOPES = ["publish", "read"] as const;
export type ApiScope = (typeof API_SCOPES)[number];

export const API_SCOPE_LABELS: Record<ApiScope, { label: string; hint: string }> = {
  publish: { label: "Publish", hint: "Publish notifications to the topics that the console manages." },
  read: { label: "Read", hint: "Read the notifications that the console has received." },
};

/** What every token begins with, so that scanners of secrets know one. */
export const TOKEN_PREFIX = "pn_";

/** Days until a token ends, as the form offers them. */
export const TOKEN_LIFETIMES = ["30", "90", "365", "never"] as const;
export type TokenLifetime = (typeof TOKEN_LIFETIMES)[number];

export const TOKEN_LIFETIME_LABELS: Record<TokenLifetime, string> = {
  "30": "30 days",
  "90": "90 days",
  "365": "1 year",
  never: "Never",
};

/** Requests that one token may make at once, and how many it gains a second. */
export const TOKEN_ALLOWANCE = { burst: 60, perSecond: 20 };
