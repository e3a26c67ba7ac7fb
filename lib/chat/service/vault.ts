import "server-only";
import { randomBytes } from "node:crypto";
import { readEnv } from "@/lib/env";
import { keptSecret } from "@/lib/secrets/kept-secret";
import { seal, unseal } from "@/lib/secrets/seal";
import type { Channel } from "../queries.ts";

const secret = () => readEnv().ENCRYPTION_SECRET ?? keptSecret("encryption-secret");

const ofUrl = (id: string) => `channel ${id} url`;
const ofSigning = (id: string) => `channel ${id} signing secret`;

/** The columns that keep a webhook's address: encrypted, and what may be shown of it. */
export function sealUrl(id: string, url: string) {
  return {
    sealedUrl: seal(secret(), ofUrl(id), url),
    urlHost: new URL(url).host,
    urlLastFour: url.slice(-4),
  };
}

export type Secrets = { url: string; signingSecret: string | null };

/** A channel's secrets for a post; null when they were encrypted with another key than there is now. */
export function openSecrets(
  channel: Pick<Channel, "id" | "sealedUrl" | "sealedSigningSecret">,
): Secrets | null {
  const url = unseal(secret(), ofUrl(channel.id), channel.sealedUrl);
  if (url === null) return null;
  if (channel.sealedSigningSecret === null) return { url, signingSecret: null };
  const signingSecret = unseal(secret(), ofSigning(channel.id), channel.sealedSigningSecret);
  return signingSecret === null ? null : { url, signingSecret };
}

/** A new secret that signs posts, and the column that keeps it. It is shown this once. */
export function newSigningSecret(id: string) {
  const signingSecret = `whsec_${randomBytes(32).toString("base64url")}`;
  return { signingSecret, sealedSigningSecret: seal(secret(), ofSigning(id), signingSecret) };
}
