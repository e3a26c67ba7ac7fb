/** What a token may do at /api/v1. */
export const API_SCOPES = ["publish", "read"] as const;
export type ApiScope = (typeof API_SCOPES)[number];
