import "server-only";
import { readEnv } from "@/lib/env";

/** Whether the embedded AWS is in use, and with it the mailbox where its mails land. */
export function isInboxOffered(): boolean {
  return readEnv().LOCAL_AWS_URL !== undefined;
}
