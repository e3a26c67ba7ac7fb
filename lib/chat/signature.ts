import { createHmac } from "node:crypto";

export const SIGNATURE_HEADER = "x-notification-signature";
export const ID_HEADER = "x-notification-id";

/**
 * The header by which the receiver of a plain webhook knows that a post is the console's: `t=<seconds>,v1=<hex>`, where
 * v1 is the HMAC-SHA-256 of `<seconds>.<body>` under the channel's secret. A receiver refuses what is older than a few
 * minutes, so that a recorded post cannot be sent again.
 */
export function signatureOf(secret: string, body: string, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1000);
  return `t=${seconds},v1=${createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex")}`;
}
