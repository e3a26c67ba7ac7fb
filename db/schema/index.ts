export * from "./audit.ts";
export * from "./auth.ts";
export * from "./jobs.ts";
export * from "./subscriptions.ts";
export * from "./topics.ts";
