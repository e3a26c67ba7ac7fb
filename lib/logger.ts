import "server-only";
import { pino } from "pino";
import { readEnv } from "./env.ts";

const g = globalThis as unknown as { proactiveNotificationsLogger?: pino.Logger };

/**
 * The process's logger: JSON lines on standard output. Never pass it an action's input, a token, a link or a
 * message body; `redact` is the second fence, not the first.
 */
export function logger(): pino.Logger {
  g.proactiveNotificationsLogger ??= pino({
    level: readEnv().LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ["*.token", "*.password", "*.secret", "*.Token", "*.SubscribeURL"],
      censor: "[redacted]",
    },
  });
  return g.proactiveNotificationsLogger;
}
