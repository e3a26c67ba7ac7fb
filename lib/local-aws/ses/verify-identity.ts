import type { LocalAws } from "../local-aws.ts";
import type { EmailIdentity } from "../store/email-identities.ts";
import { badRequest } from "./errors.ts";
import { LINK_LIFE_MS } from "./identity-status.ts";

/** Verifies the address whose link has this token; again changes nothing. @throws AwsError once the link has expired. */
export function verifyByToken({ store, clock }: LocalAws, token: string): EmailIdentity {
  const identity = store.emailIdentities.findByToken(token);
  const now = clock.now();
  if (!identity || (identity.verifiedAt === null && now - identity.createdAt >= LINK_LIFE_MS))
    throw badRequest("The verification link is not valid or has expired.");
  if (identity.verifiedAt === null) store.emailIdentities.verify(identity.region, identity.name, now);
  return identity;
}
