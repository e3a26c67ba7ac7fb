import type { Route } from "next";

const SETTINGS = "/configuration/console-settings";

export const CREATE_TOKEN_HREF: Route = `${SETTINGS}?dialog=create-token`;

/** The settings with the question whether to revoke a token. */
export function revokeTokenHref(id: string): Route {
  // a query on an existing page
  return `${SETTINGS}?dialog=revoke-token&id=${encodeURIComponent(id)}` as Route;
}
