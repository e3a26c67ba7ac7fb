import { randomUUID } from "node:crypto";
import { parseDelivery, type Received } from "../../lib/notifications/parse-delivery.ts";
import { storeNotifications } from "../../lib/notifications/service/store.ts";
import { sampleOf } from "../../lib/notifications/testing.ts";
import { HISTORY_END, HISTORY_TOPIC } from "./stored-history.ts";

const clean = sampleOf("antivirus/scanResult/Clean");
/** Made apart, so that making messages is not measured. */
const SLICE = 2_000;

export type IntakeRate = {
  rowsPerSecond: number;
  microsecondsOfProcessor: number;
  p50Ms: number;
  p99Ms: number;
};

/** Parses and stores what SNS would have put into the queue, so many messages a transaction, into the open database. */
export function measureIntake(perTransaction: number, messages: number): IntakeRate {
  const times: number[] = [];
  let processor = 0;
  for (let from = 0; from < messages; from += SLICE) {
    const texts = Array.from({ length: Math.min(SLICE, messages - from) }, (_, n) => deliveryOf(from + n));
    for (let n = 0; n < texts.length; n += perTransaction) {
      const [start, used] = [performance.now(), process.cpuUsage()];
      storeNotifications(texts.slice(n, n + perTransaction).map(read), () => []);
      times.push(performance.now() - start);
      const { user, system } = process.cpuUsage(used);
      processor += user + system;
    }
  }
  const total = times.reduce((sum, ms) => sum + ms, 0);
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return {
    rowsPerSecond: (messages / total) * 1_000,
    microsecondsOfProcessor: processor / messages,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
  };
}

/** A scan result of one of 2,000 buckets, as SNS delivers it to a queue. */
export function deliveryOf(n: number): string {
  const place = (n * 7919) % 2000;
  const values = {
    ...Object.fromEntries(Object.entries(clean.attributes).map(([name, { value }]) => [name, value])),
    bucket: `customer-data-${place}`,
    accountId: String(100_000_000_000 + (place % 200) * 7919),
    key: `uploads/2026/11/invoice-${n}/${randomUUID().slice(0, 12)}.pdf`,
  };
  return JSON.stringify({
    Type: "Notification",
    MessageId: randomUUID(),
    TopicArn: HISTORY_TOPIC.arn,
    Subject: clean.subject,
    Message: clean.body,
    Timestamp: new Date(HISTORY_END + n * 20).toISOString(),
    SignatureVersion: "1",
    MessageAttributes: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, { Type: "String", Value: value }]),
    ),
  });
}

function read(text: string): Received {
  const parsed = parseDelivery(text, HISTORY_TOPIC);
  if (!parsed.ok) throw new Error(`The bench made what nobody can read: ${parsed.reason}`);
  return parsed.received;
}
