import "server-only";
import path from "node:path";
import { z } from "zod";

const schema = z.object({
  /** Everything the console keeps on disk. The start script passes an absolute path. */
  DATA_DIR: z.string().default("data"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  /** The address people open, when it is not http://localhost:PORT (a reverse proxy). */
  CONSOLE_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Signs session cookies. Without it a secret is made once and kept in DATA_DIR. */
  AUTH_SECRET: z.string().min(32, "AUTH_SECRET must have at least 32 characters").optional(),
  /** Encrypts webhook addresses at rest. Without it a secret is made once and kept in DATA_DIR. */
  ENCRYPTION_SECRET: z.string().min(32, "ENCRYPTION_SECRET must have at least 32 characters").optional(),
  /**
   * Hosts and networks that webhooks may lead to although they are not public, and by http too: names, addresses and
   * networks such as 10.1.0.0/16, separated by commas.
   */
  WEBHOOK_ALLOWED_HOSTS: z.string().default(""),
  /** Seconds between two background syncs of a topic. */
  SYNC_INTERVAL: z.coerce.number().int().min(5).default(60),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
  /** Port of the embedded AWS; 0 = any free one. */
  LOCAL_AWS_PORT: z.coerce.number().int().min(0).max(65535).default(4567),
  /** Set by the start-up while the embedded AWS is in use. */
  LOCAL_AWS_URL: z.string().optional(),
  AWS_REGION: z.string().optional(),
  AWS_ENDPOINT_URL: z.string().optional(),
  AWS_ENDPOINT_URL_SNS: z.string().optional(),
});

export type Env = ReturnType<typeof readEnv>;

/**
 * The process's settings, checked. Read on each call, because the start-up adds the embedded AWS's address.
 * @throws Error naming each variable that is wrong.
 */
export function readEnv() {
  // an empty variable means "not set", as the AWS SDK reads it
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new Error(`Bad configuration. ${z.prettifyError(parsed.error)}`);
  const env = parsed.data;
  const local = `http://localhost:${env.PORT}`;
  return {
    ...env,
    /** Where the console is at home: the region of its event bus, and where topics are looked for first. */
    awsRegion: env.AWS_REGION ?? "us-east-1",
    dataDir: path.resolve(/* turbopackIgnore: true */ process.cwd(), env.DATA_DIR),
    consoleUrl: env.CONSOLE_URL?.replace(/\/$/, "") ?? local,
    trustedOrigins: [env.CONSOLE_URL ?? local, local, `http://127.0.0.1:${env.PORT}`],
    awsConfigured: Boolean(env.AWS_REGION || env.AWS_ENDPOINT_URL || env.AWS_ENDPOINT_URL_SNS),
  };
}

/** Points the AWS SDK, which reads the environment itself, at the embedded AWS for the rest of this process. */
export function pointAwsAt(localAwsUrl: string) {
  Object.assign(process.env, {
    LOCAL_AWS_URL: localAwsUrl,
    AWS_ENDPOINT_URL: localAwsUrl,
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
  });
}
