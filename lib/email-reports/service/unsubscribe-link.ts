import "server-only";
import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { getDb } from "@/db/client";
import { settings } from "@/db/schema/settings";
import { readEnv } from "@/lib/env";
import { readUnsubscribeToken, unsubscribeToken } from "../unsubscribe-token.ts";

const KEY = "email-reports-key";

/** Where a recipient unsubscribes. Holds no session: whoever has the mail may. */
export function unsubscribeUrl(recipient: string): string {
  return `${readEnv().consoleUrl}/unsubscribe?token=${unsubscribeToken(key(), recipient)}`;
}

/** The address, in lower case, for which a link was made; null for a link of nobody's. */
export function addressOfToken(token: string): string | null {
  return readUnsubscribeToken(key(), token);
}

/** Made once and kept with the data, so that the links of old mails outlive a new AUTH_SECRET. */
function key(): string {
  const value = randomBytes(32).toString("base64url");
  const row = { name: KEY, value, version: 1, updatedAt: new Date(), updatedBy: "Console" };
  const db = getDb();
  const find = () => db.select().from(settings).where(eq(settings.name, KEY)).get();
  if (!find()) db.insert(settings).values(row).onConflictDoNothing().run();
  const kept = find()?.value;
  if (typeof kept !== "string") throw new Error("The key of the unsubscribe links is not readable.");
  return kept;
}
