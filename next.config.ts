import type { NextConfig } from "next";

// better-sqlite3 13 does not fail on an old Node: it segfaults without a word
if (Number(process.versions.node.split(".")[0]) < 22)
  throw new Error(
    `Node ${process.versions.node} is too old (needs 22.19+). Run "npm start" or "npm test" once: they fetch Node 24.`,
  );

const nextConfig: NextConfig = {
  output: "standalone",
  reactCompiler: true,
  typedRoutes: true,
  poweredByHeader: false,
  agentRules: false,
  outputFileTracingIncludes: { "/*": ["./db/migrations/**/*"] },
};

export default nextConfig;
