import "server-only";
import type Database from "better-sqlite3";
import { MAX_OBSERVED_LENGTH, MAX_OBSERVED_NAMES, MAX_OBSERVED_VALUES } from "../constants.ts";
import { cut } from "../cut.ts";
import type { Received } from "../parse-delivery.ts";

type Seen = { topicId: string; name: string; value: string; count: number };

/** Counts of what is known already are written this often: under load they would cost as much as the rows. */
const WRITE_EVERY_MS = 1_000;

/**
 * Learns the attribute names and values that messages carry, for one connection. What is new is written at once,
 * counts a little later, so a killed process loses a second of them. What is known is remembered, so that beyond the
 * limits, which hold per name, the database is not asked. Another process may learn beside this one: then the limits
 * hold for each.
 */
export class Observer {
  private readonly known = new Map<string, Set<string>>();
  private pending = new Map<string, Seen>();
  private writtenAt = Number.NEGATIVE_INFINITY;
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
    for (const { topic, attributes } of batch)
      for (const [attribute, { value }] of Object.entries(attributes)) {
        const name = cut(attribute, MAX_OBSERVED_LENGTH);
        if (!this.note(topic.id, name, "", now)) continue;
        // keys of objects never repeat
        if (attribute !== "key" && value !== "")
          this.note(topic.id, name, cut(value, MAX_OBSERVED_LENGTH), now);
      }
    if (performance.now() - this.writtenAt < WRITE_EVERY_MS) return;
    for (const { topicId, name, value, count } of this.pending.values())
      this.save.run(topicId, name, value, count, now, now);
    this.pending = new Map();
    this.writtenAt = performance.now();
  }

  /** What was noted may not have been stored. */
  forget() {
    this.known.clear();
    this.pending.clear();
  }

  /** False when it is not learned, because there are too many already. An empty value counts the name itself. */
  private note(topicId: string, name: string, value: string, now: number): boolean {
    const isName = value === "";
    const known = this.knownOf(topicId, isName ? null : name);
    const entry = isName ? name : value;
    if (known.has(entry)) {
      const key = `${topicId} ${name.length} ${name} ${value}`;
      const seen = this.pending.get(key);
      if (seen) seen.count += 1;
      else this.pending.set(key, { topicId, name, value, count: 1 });
      return true;
    }
    if (known.size >= (isName ? MAX_OBSERVED_NAMES : MAX_OBSERVED_VALUES)) return false;
    known.add(entry);
    this.save.run(topicId, name, value, 1, now, now);
    return true;
  }

  /** The values known of a name, or the names known when `name` is null. */
  private knownOf(topicId: string, name: string | null): Set<string> {
    const key = name === null ? topicId : `${topicId} ${name}`;
    const remembered = this.known.get(key);
    if (remembered) return remembered;
    const known = new Set(this.storedOf(topicId, name));
    this.known.set(key, known);
    return known;
  }

  private storedOf(topicId: string, name: string | null): string[] {
    const names = "select name from observed_values where topic_id = ? and value = ''";
    const values = "select value from observed_values where topic_id = ? and name = ? and value <> ''";
    const rows =
      name === null
        ? this.client.prepare(names).pluck().all(topicId)
        : this.client.prepare(values).pluck().all(topicId, name);
    return rows.map(String);
  }
}
