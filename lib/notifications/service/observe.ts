import "server-only";
import type Database from "better-sqlite3";
import { MAX_OBSERVED_LENGTH, MAX_OBSERVED_NAMES, MAX_OBSERVED_VALUES } from "../constants.ts";
import { cut } from "../cut.ts";
import type { Received } from "../parse-delivery.ts";

type Seen = { topicId: string; name: string; value: string; count: number };

/**
 * Learns the attribute names and values that messages carry, for one connection. What is known is remembered, so
 * that beyond the limits, which hold per name, nothing is asked of the database. Another process may learn beside
 * this one: then the limits hold for each.
 */
export class Observer {
  private readonly known = new Map<string, Set<string>>();
  private readonly client: Database.Database;
  private readonly save: Database.Statement<unknown[]>;

  constructor(client: Database.Database) {
    this.client = client;
    this.save = client.prepare(
      `insert into observed_values (topic_id, name, value, seen, first_seen_at, last_seen_at)
       values (?, ?, ?, ?, ?, ?)
       on conflict do update set seen = seen + excluded.seen, last_seen_at = max(last_seen_at, excluded.last_seen_at)`,
    );
  }

  /** Notes a batch inside the transaction that stores it; call `forget` when that fails. */
  observe(batch: readonly Received[], now: number) {
    for (const { topicId, name, value, count } of tally(batch)) {
      const isName = value === "";
      const known = this.knownOf(topicId, isName ? null : name);
      const entry = isName ? name : value;
      if (!known.has(entry) && known.size >= (isName ? MAX_OBSERVED_NAMES : MAX_OBSERVED_VALUES)) continue;
      known.add(entry);
      this.save.run(topicId, name, value, count, now, now);
    }
  }

  /** What was noted may not have been stored. */
  forget() {
    this.known.clear();
  }

  /** The values known of a name, or the names known when `name` is null. */
  private knownOf(topicId: string, name: string | null): Set<string> {
    const key = JSON.stringify([topicId, name]);
    const remembered = this.known.get(key);
    if (remembered) return remembered;
    const query =
      name === null
        ? this.client.prepare("select name from observed_values where topic_id = ? and value = ''")
        : this.client.prepare(
            "select value from observed_values where topic_id = ? and name = ? and value <> ''",
          );
    const stored = query
      .pluck()
      .all(...(name === null ? [topicId] : [topicId, name]))
      .map(String);
    const known = new Set(stored);
    this.known.set(key, known);
    return known;
  }
}

/** Values of `key` never repeat and are left out. The name itself is counted by a row without a value. */
function tally(batch: readonly Received[]): Iterable<Seen> {
  const seen = new Map<string, Seen>();
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
  return seen.values();
}
