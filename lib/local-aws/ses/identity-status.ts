import type { LocalAws } from "../local-aws.ts";
import type { EmailIdentity } from "../store/email-identities.ts";

/** How long the link in a verification mail works. */
export const LINK_LIFE_MS = 24 * 3_600_000;

export type VerificationStatus = "PENDING" | "SUCCESS" | "FAILED";

export const isAddress = (name: string): boolean => name.includes("@");

export function statusOf(
  { clock }: LocalAws,
  { verifiedAt, createdAt, name }: EmailIdentity,
): VerificationStatus {
  const now = clock.now();
  if (verifiedAt !== null && verifiedAt <= now) return "SUCCESS";
  return isAddress(name) && now - createdAt >= LINK_LIFE_MS ? "FAILED" : "PENDING";
}

/**
 * Whether an address is verified, by itself or by its domain or one above that.
 * https://docs.aws.amazon.com/ses/latest/dg/creating-identities.html
 */
export function isVerified(aws: LocalAws, region: string, address: string): boolean {
  return identitiesOf(address).some((name) => {
    const identity = aws.store.emailIdentities.find(region, name);
    return identity !== undefined && statusOf(aws, identity) === "SUCCESS";
  });
}

function identitiesOf(address: string): string[] {
  const labels = address.slice(address.lastIndexOf("@") + 1).split(".");
  return [address, ...labels.map((_, index) => labels.slice(index).join("."))];
}
