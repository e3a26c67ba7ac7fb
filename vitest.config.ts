import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// better-sqlite3 13 does not fail on an old Node: it segfaults without a word
if (Number(process.versions.node.split(".")[0]) < 22)
  throw new Error(
    `Node ${process.versions.node} is too old (needs 22.19+). Run "npm test" once: it fetches Node 24.`,
  );

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: { alias: { "@": at("."), "server-only": at("./scripts/testing/empty.ts") } },
  test: {
    environment: "node",
    include: ["lib/**/*.test.ts", "db/**/*.test.ts", "scripts/**/*.test.ts", "components/**/*.test.ts"],
    setupFiles: ["./scripts/testing/setup.ts"],
    // nothing here is a race against the clock: a busy machine only takes longer
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // no test may pass only because the machine is in UTC
    env: { TZ: "Asia/Kathmandu", NODE_ENV: "test", LOG_LEVEL: "silent" },
  },
});
