import "server-only";
import { getDb } from "@/db/client";
import { MAX_OBSERVED_LENGTH, MAX_OBSERVED_NAMES, MAX_OBSERVED_VALUES } from "../constants.ts";
import { cut } from "../cut.ts";
import type { Received } from "../parse-delivery.ts";

/** Learns the attribute names and values of a batch, inside the transaction that stores it. */
export function observe(batch: readonly Received[], now: number) {
  const seen = new Map<string, { topicId: string; name: string; value: string; count: number }>();
  const note = (topicId: string, name: string, value: string) => {
    const key = JSON.stringify([topicId, name, value]);
    const entry = seen.get(key);
    if (entry) entry.count += 1;
    else seen.set(key, { topicId, name, value, count: 1 });
  };
  for (const { topic, attributes } of batch)
    for (const [attribute, { value }] of Object.entries(attributes)) {
      const name = cut(attribute, MAX_OBSERVED_LENGTH);
      note(topic.id, name, "");
      if (attribute !== "key" && value !== "") note(topic.id, name, cut(value, MAX_OBSERVED_LENGTH));
    }
  const { $client } = getDb();
  const again = $client.prepare(
    `update observed_values set seen = seen + ?, last_seen_at = max(last_seen_at, ?)
     where topic_id = ? and name = ? and value = ?`,
  );
  const anew = $client.prepare(
    `insert into observed_values (topic_id, name, value, seen, first_seen_at, last_seen_at)
     select @topicId, @name, @value, @count, @now, @now
     where (select count(*) from observed_values
            where topic_id = @topicId and iif(@value = '', value = '', name = @name and value <> '')) < @most`,
  );
  for (const { topicId, name, value, count } of seen.values()) {
    if (again.run(count, now, topicId, name, value).changes > 0) continue;
    const most = value === "" ? MAX_OBSERVED_NAMES : MAX_OBSERVED_VALUES;
    anew.run({ topicId, name, value, count, now, most });
  }
}
