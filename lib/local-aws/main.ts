import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { type LocalAwsOptions, startLocalAws } from "./server.ts";

const USAGE = "Usage: local-aws --port N --data DIR [--topic NAME]...";

class UsageError extends Error {}

function readOptions(): LocalAwsOptions {
  const { port, data, topic } = readFlags();
  if (port === undefined || !/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new UsageError("--port must be a number from 0 to 65535; 0 takes any free port.");
  if (!data) throw new UsageError("--data must name the folder to keep the state in.");
  const bad = topic.find((name) => !/^[A-Za-z0-9_-]{1,256}$/.test(name));
  if (bad !== undefined)
    throw new UsageError(
      `--topic ${bad}: a topic name has up to 256 letters, digits, hyphens and underscores.`,
    );
  return { port: Number(port), dataDir: resolve(data), topics: topic, log: console.error };
}

function readFlags() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: "string" },
        data: { type: "string" },
        topic: { type: "string", multiple: true, default: [] },
      },
    });
    return values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function explain(error: unknown): string {
  if (error instanceof UsageError) return `${error.message}\n${USAGE}`;
  if (!(error instanceof Error)) return String(error);
  if ("code" in error && error.code === "EADDRINUSE")
    return `The port is in use already: ${error.message}. Choose another one with --port.`;
  return error.message;
}

try {
  const running = await startLocalAws(readOptions());
  console.log(`Local AWS listens on ${running.url}`);
  const stop = () => void running.close().then(() => process.exit(0));
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
