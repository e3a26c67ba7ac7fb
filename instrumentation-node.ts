import path from "node:path";
import { connectDb, openDb } from "./db/client.ts";
import { issueSetupToken } from "./lib/auth/service.ts";
import { pointAwsAt, readEnv } from "./lib/env.ts";
import { startJobs } from "./lib/jobs/start.ts";
import { startLocalAws } from "./lib/local-aws/server.ts";
import { logger } from "./lib/logger.ts";

/** The sample topics of a fresh embedded AWS: one per product. */
const SAMPLE_TOPICS = ["AntivirusNotificationsTopic", "ClassificationNotificationsTopic"];

/** Opens the database, starts the embedded AWS where no AWS is configured, then the jobs; and says where to go. */
export async function startUp() {
  const env = readEnv();
  const migrations = path.join(/* turbopackIgnore: true */ process.cwd(), "db", "migrations");
  connectDb(openDb(path.join(env.dataDir, "console.db"), migrations));
  if (!env.awsConfigured) await bootLocalAws(env.dataDir, env.LOCAL_AWS_PORT);
  startJobs();
  announce(env.consoleUrl);
}

async function bootLocalAws(dataDir: string, port: number) {
  const localAws = await startLocalAws({
    port,
    dataDir: path.join(dataDir, "local-aws"),
    topics: SAMPLE_TOPICS,
  });
  pointAwsAt(localAws.url);
  logger().info({ url: localAws.url }, "embedded AWS started, because no AWS is configured");
}

/** For the person at the terminal: plain words, not a log line. */
function announce(consoleUrl: string) {
  const token = issueSetupToken();
  const lines = ["", `  Proactive Notifications is ready: ${consoleUrl}`];
  if (token)
    lines.push(
      "",
      "  Make the first administrator with this one-time link:",
      `  ${consoleUrl}/setup?token=${token}`,
    );
  console.log(`${lines.join("\n")}\n`);
}
