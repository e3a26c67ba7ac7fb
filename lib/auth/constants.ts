export const ROLES = ["viewer", "operator", "administrator"] as const;
export type Role = (typeof ROLES)[number];

export const PERMISSIONS = [
  "console:read",
  "subscriptions:write",
  "notifications:write",
  "reports:write",
  "channels:write",
  "topics:write",
  "tokens:write",
  "audit:read",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const ROLE_PERMISSIONS: Record<Role, readonly Permission[]> = {
  viewer: ["console:read", "audit:read"],
  operator: [
    "console:read",
    "audit:read",
    "subscriptions:write",
    "notifications:write",
    "reports:write",
    "channels:write",
  ],
  administrator: PERMISSIONS,
};
export const MIN_PASSWORD_LENGTH = 12;
export const MAX_PASSWORD_LENGTH = 128;
