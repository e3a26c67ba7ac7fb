import { getDb } from "@/db/client";
import { samplesFor } from "@/lib/catalog/samples";
import { type FeedTopic, parseDelivery, type Received } from "./parse-delivery.ts";

export const testTopic: FeedTopic = {
  id: "topic-1",
  arn: "arn:aws:sns:us-east-1:123456789012:notifications",
  products: ["antivirus", "classification"],
};

export const otherTopic: FeedTopic = {
  id: "topic-2",
  arn: "arn:aws:sns:eu-west-1:123456789012:others",
  products: ["antivirus"],
};

/** A catalog sample by its id, such as "antivirus/scanResult/Clean". */
export function sampleOf(id: string) {
  const sample = samplesFor(["antivirus", "classification"]).find((each) => each.id === id);
  if (!sample) throw new Error(`There is no sample ${id}.`);
  return sample;
}

type Sent = {
  subject?: string | undefined;
  body: string;
  attributes: Readonly<Record<string, { type: string; value: string }>>;
};

/** What SNS delivers to a queue for a message. */
export function envelopeOf(
  { subject, body, attributes }: Sent,
  {
    messageId = "5fa1bd7c-0000-4000-8000-000000000001",
    at = "2026-11-20T08:15:42.123Z",
    topic = testTopic,
  } = {},
): string {
  return JSON.stringify({
    Type: "Notification",
    MessageId: messageId,
    TopicArn: topic.arn,
    Subject: subject,
    Message: body,
    Timestamp: at,
    SignatureVersion: "1",
    MessageAttributes: Object.fromEntries(
      Object.entries(attributes).map(([name, { type, value }]) => [name, { Type: type, Value: value }]),
    ),
  });
}

/** What a feed makes of a delivery that it can read. */
export function receivedFrom(text: string, topic: FeedTopic = testTopic): Received {
  const parsed = parseDelivery(text, topic);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.received;
}

/** Begins anew in the same database, which is a hundred times faster than a new one. */
export function emptyHistory() {
  getDb().$client.exec(
    `delete from forwards; delete from notifications; delete from notification_days; delete from notification_totals;
     delete from notification_slots; insert into notification_words (notification_words) values ('delete-all')`,
  );
}

/** The rollups, and what they must equal: counts over the rows themselves. For tests that clean nothing. */
export function rollupsAndCounts() {
  const all = (sql: string) => getDb().$client.prepare(sql).raw().all();
  const kind = `coalesce(product,''), coalesce(type,''), coalesce(result,''), coalesce(account_id,''), coalesce(bucket,'')`;
  const day = `strftime('%Y-%m-%d', published_at / 1000, 'unixepoch')`;
  return {
    rollups: {
      days: all("select * from notification_days order by 1, 2, 3, 4, 5, 6, 7"),
      totals: all("select * from notification_totals order by 1, 2, 3, 4, 5, 6"),
      slots: all("select * from notification_slots order by 1, 2, 3, 4, 5"),
    },
    counts: {
      days: all(
        `select topic_id, ${day}, ${kind}, count(*), count(*) from notifications group by 1, 2, 3, 4, 5, 6, 7 order by 1, 2, 3, 4, 5, 6, 7`,
      ),
      totals: all(
        `select topic_id, ${kind}, count(*) from notifications group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6`,
      ),
      slots: all(
        `select topic_id, published_at / 900000 * 900000, coalesce(type,''), coalesce(result,''), coalesce(account_id,''), count(*)
         from notifications where not drill group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`,
      ),
    },
  };
}
