import "server-only";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import { count, eq } from "drizzle-orm";
import { getDb } from "@/db/client";
import { account, setupToken, user } from "@/db/schema/auth";
import { recordAudit } from "@/lib/audit/service";
import { AppError } from "@/lib/errors";
import type { Actor } from "./actor.ts";

const hash = (token: string) => createHash("sha256").update(token).digest("hex");

/** Whether anybody can sign in yet. */
export function hasUsers(): boolean {
  return (getDb().select({ n: count() }).from(user).get()?.n ?? 0) > 0;
}

/**
 * A fresh token for the one-time link that makes the first administrator; it replaces the one before.
 * @returns null once somebody can sign in.
 */
export function issueSetupToken(): string | null {
  if (hasUsers()) return null;
  const token = randomBytes(24).toString("base64url");
  getDb().transaction((tx) => {
    tx.delete(setupToken).run();
    tx.insert(setupToken)
      .values({ hash: hash(token), createdAt: new Date() })
      .run();
  });
  return token;
}

/** Whether this is the token of a one-time link that is still good. */
export function isSetupToken(token: string): boolean {
  const found = getDb()
    .select()
    .from(setupToken)
    .where(eq(setupToken.hash, hash(token)))
    .get();
  return Boolean(found) && !hasUsers();
}

/**
 * Makes the first administrator and ends the one-time link; both or neither, once, whoever else tries meanwhile.
 * @throws AppError("forbidden") when the link is not, or no longer, good.
 */
export async function createFirstAdministrator(input: {
  token: string;
  name: string;
  email: string;
  password: string;
}): Promise<{ email: string }> {
  const password = await hashPassword(input.password);
  const id = randomUUID();
  const email = input.email.toLowerCase();
  const now = new Date();
  return getDb().transaction(
    (tx) => {
      if (!isSetupToken(input.token))
        throw new AppError(
          "forbidden",
          "This one-time link is no longer valid. Restart the console to get a new one, or sign in if an administrator exists.",
        );
      const base = { createdAt: now, updatedAt: now };
      tx.insert(user)
        .values({ id, name: input.name, email, emailVerified: false, role: "administrator", ...base })
        .run();
      tx.insert(account)
        .values({ id: randomUUID(), accountId: id, providerId: "credential", userId: id, password, ...base })
        .run();
      tx.delete(setupToken).run();
      const actor: Actor = { kind: "user", id, name: input.name, email, role: "administrator" };
      recordAudit(tx, {
        actor,
        action: "user.create-first-administrator",
        subject: { id, name: email },
        before: null,
        after: { email, role: "administrator" },
      });
      return { email };
    },
    { behavior: "immediate" },
  );
}
