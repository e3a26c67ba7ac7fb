import type { NextConfig } from "next";

// better-sqlite3 13 does not fail on an old Node: it segfaults without a word
if (Number(process.versions.node.split(".")[0]) < 22)
  throw new Error(
    `Node ${process.versions.node} is too old (needs 22.19+). Run "npm start" or "npm test" once: they fetch Node 24.`,
  );

const isDev = process.env.NODE_ENV === "development";

const contentSecurityPolicy = [
  "default-src 'self'",
  // Next writes a page's data into inline scripts, and only a proxy of its own could give each a nonce
  `script-src 'self' 'unsafe-inline'${isDev ? " 'unsafe-eval'" : ""}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

const securityHeaders = [
  { key: "Content-Security-Policy", value: contentSecurityPolicy },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
];

const nextConfig: NextConfig = {
  output: "standalone",
  reactCompiler: true,
  typedRoutes: true,
  poweredByHeader: false,
  agentRules: false,
  outputFileTracingIncludes: { "/*": ["./db/migrations/**/*"] },
  // in development Next would print what actions are called with, passwords included, and the one-time link
  logging: { serverFunctions: false, incomingRequests: { ignore: [/^\/setup/, /^\/unsubscribe/] } },
  headers: async () => [
    { source: "/:path*", headers: securityHeaders },
    { source: "/unsubscribe/:path*", headers: [{ key: "Referrer-Policy", value: "no-referrer" }] },
    { source: "/setup", headers: [{ key: "Referrer-Policy", value: "no-referrer" }] },
  ],
};

export default nextConfig;
