import { isIP } from "node:net";
import type { AllowedHosts } from "./allowed-hosts.ts";
import { isPublicAddress } from "./public-address.ts";

/** The host of an address as it is resolved: IPv6 without its brackets. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, "$1");
}

/** Whether a host's address may be connected to. */
export function isAllowedAddress(host: string, address: string, allowed: AllowedHosts): boolean {
  return isPublicAddress(address) || allowed.hasName(host) || allowed.hasAddress(address);
}

export const NOT_PUBLIC =
  "It leads to an address that is not public. Whoever runs the console can allow it in WEBHOOK_ALLOWED_HOSTS.";

/**
 * Why a webhook's address cannot be used, as far as the address itself shows it; null when it can. What a name leads to
 * is known only when it is connected to, and is looked at then, each time.
 */
export function targetProblem(text: string, allowed: AllowedHosts): string | null {
  if (!URL.canParse(text)) return "Enter the whole address, beginning with https://.";
  const url = new URL(text);
  const host = hostOf(url);
  const isListed = allowed.hasName(host) || allowed.hasAddress(host);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isListed))
    return "Webhooks are called by https only. Enter an address that begins with https://.";
  if (url.username || url.password) return "Leave out the name and the password before the host.";
  if (url.hash) return "Leave out the part from # on: it is never sent.";
  if (isIP(host) !== 0 && !isAllowedAddress(host, host, allowed)) return NOT_PUBLIC;
  if (/(^|\.)localhost\.?$/.test(host) && !isListed) return NOT_PUBLIC;
  return null;
}
