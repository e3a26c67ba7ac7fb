import path from "node:path";
import { connectDb, openDb } from "./db/client.ts";
import { issueSetupToken } from "./lib/auth/service.ts";
import { pointAwsAt, readEnv } from "./lib/env.ts";
import { finishOnSignal } from "./lib/jobs/finish-on-signal.ts";
import { startJobs, stopJobs } from "./lib/jobs/start.ts";
import { startLocalAws } from "./lib/local-aws/server.ts";
import { logger } from "./lib/logger.ts";

/** The sample topics of a fresh embedded AWS: one per product. */
const SAMPLE_TOPICS = ["AntivirusNotificationsTopic", "ClassificationNotificationsTopic"];

/** Opens the database, starts the embedded AWS where no AWS is configured, then the jobs; and says where to go. */
export async function startUp() {
  const env = readEnv();
  const migrations = path.join(/* turbopackIgnore: true */ process.cwd(), "db", "migrations");
  connectDb(openDb(path.join(env.dataDir, "console.db"), migrations));
  const localAws = env.awsConfigured ? null : await bootLocalAws(env.dataDir, env.LOCAL_AWS_PORT);
  startJobs();
  finishOnSignal(stopJobs);
  announce(env.consoleUrl, localAws?.url);
}

async function bootLocalAws(dataDir: string, port: number) {
  const log = (line: string) => logger().warn(line);
  const options = { dataDir: path.join(dataDir, "local-aws"), topics: SAMPLE_TOPICS, log };
  const localAws = await startLocalAws({ ...options, port }).catch((error: unknown) => {
    if (!(error instanceof Error && "code" in error && error.code === "EADDRINUSE")) throw error;
    console.log(
      `  Port ${port} is in use: the embedded AWS takes another one. Links in old mails lead to ${port}.`,
    );
    return startLocalAws({ ...options, port: 0 });
  });
  pointAwsAt(localAws.url);
  return localAws;
}

/** For the person at the terminal: plain words, not a log line. */
function announce(consoleUrl: string, localAwsUrl: string | undefined) {
  const token = issueSetupToken();
  const lines = ["", `  Proactive Notifications is ready: ${consoleUrl}`];
  if (localAwsUrl) lines.push(`  No AWS is configured, so an embedded one runs at ${localAwsUrl}`);
  if (token)
    lines.push(
      "",
      "  Make the first administrator with this one-time link:",
      `  ${consoleUrl}/setup?token=${token}`,
    );
  console.log(`${lines.join("\n")}\n`);
}
