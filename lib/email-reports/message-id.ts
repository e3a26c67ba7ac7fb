import { createHash } from "node:crypto";

/** With its angle brackets: the same for the same run and recipient, however often and by whomever it is sent. */
export function messageIdOf(runId: string, recipient: string, consoleUrl: string): string {
  const hash = createHash("sha256").update(`${runId}\n${recipient.toLowerCase()}`).digest("hex");
  return `<report.${hash.slice(0, 32)}@${new URL(consoleUrl).hostname}>`;
}
