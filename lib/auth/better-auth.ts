import "server-only";
import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { getDb } from "@/db/client";
import { account, session, user, verification } from "@/db/schema/auth";
import { readEnv } from "@/lib/env";
import { keptSecret } from "@/lib/secrets/kept-secret";
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from "./constants.ts";

/** AUTH_SECRET, or one made at first start and kept beside the database. */
function authSecret(): string {
  return readEnv().AUTH_SECRET ?? keptSecret("auth-secret");
}

function create() {
  const env = readEnv();
  return betterAuth({
    secret: authSecret(),
    baseURL: env.consoleUrl,
    trustedOrigins: env.trustedOrigins,
    database: drizzleAdapter(getDb(), {
      provider: "sqlite",
      schema: { user, session, account, verification },
    }),
    user: { additionalFields: { role: { type: "string", input: false } } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD_LENGTH,
      maxPasswordLength: MAX_PASSWORD_LENGTH,
    },
    // One bucket for all: the address in x-forwarded-for is the caller's word. Ten tries in ten seconds leave
    // people alone and make guessing hopeless.
    advanced: { ipAddress: { ipAddressHeaders: [] } },
    rateLimit: { enabled: true, customRules: { "/sign-in/email": { window: 10, max: 10 } } },
    logger: { level: "error" },
    session: { expiresIn: 12 * 3600, updateAge: 3600 },
    telemetry: { enabled: false },
  });
}

const g = globalThis as unknown as { proactiveNotificationsAuth?: ReturnType<typeof create> };

/** The process's better-auth instance, made on first use. */
export function getAuth() {
  g.proactiveNotificationsAuth ??= create();
  return g.proactiveNotificationsAuth;
}
