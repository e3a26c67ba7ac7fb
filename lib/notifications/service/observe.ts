import "server-only";
import type Database from "better-sqlite3";
import { MAX_OBSERVED_LENGTH, MAX_OBSERVED_NAMES, MAX_OBSERVED_VALUES } from "../constants.ts";
import { cut } from "../cut.ts";
import type { Received } from "../parse-delivery.ts";

/** Counts of what is known already are written this often: under load they would cost as much as the rows. */
const WRITE_EVERY_MS = 1_000;

/** What is known of one name, and how often each value was seen since counts were written last. */
type Values = Map<string, number>;
/** A topic's names. The value that is empty counts the name itself. */
type Names = Map<string, Values>;

/**
 * Learns the attribute names and values that messages carry, for one connection. What is new is written at once,
 * counts a little later, so a killed process loses a second of them. What is known is remembered, so that beyond the
 * limits, which hold per name, the database is not asked. Another process may learn beside this one: then the limits
 * hold for each.
 */
export class Observer {
  private readonly topics = new Map<string, Names>();
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
    for (const { topic, attributes } of batch) {
      const names = this.namesOf(topic.id);
      for (const attribute in attributes) {
        const name = cut(attribute, MAX_OBSERVED_LENGTH);
        const values = names.get(name) ?? this.learnName(topic.id, names, name, now);
        if (!values) continue;
        values.set("", (values.get("") ?? 0) + 1);
        // keys of objects never repeat
        if (attribute !== "key")
          this.noteValue(topic.id, name, values, attributes[attribute]?.value ?? "", now);
      }
    }
    if (performance.now() - this.writtenAt >= WRITE_EVERY_MS) this.writeCounts(now);
  }

  /** What was noted may not have been stored. */
  forget() {
    this.topics.clear();
  }

  private learnName(topicId: string, names: Names, name: string, now: number): Values | undefined {
    if (names.size >= MAX_OBSERVED_NAMES) return undefined;
    this.save.run(topicId, name, "", 0, now, now);
    const values: Values = new Map();
    names.set(name, values);
    return values;
  }

  private noteValue(topicId: string, name: string, values: Values, given: string, now: number) {
    if (given === "") return;
    const value = cut(given, MAX_OBSERVED_LENGTH);
    const count = values.get(value);
    if (count !== undefined) values.set(value, count + 1);
    // one entry is the name's own
    else if (values.size <= MAX_OBSERVED_VALUES) {
      this.save.run(topicId, name, value, 1, now, now);
      values.set(value, 0);
    }
  }

  private writeCounts(now: number) {
    for (const [topicId, names] of this.topics)
      for (const [name, values] of names)
        for (const [value, count] of values) {
          if (count === 0) continue;
          this.save.run(topicId, name, value, count, now, now);
          values.set(value, 0);
        }
    this.writtenAt = performance.now();
  }

  private namesOf(topicId: string): Names {
    const remembered = this.topics.get(topicId);
    if (remembered) return remembered;
    const names: Names = new Map();
    const stored = this.client
      .prepare("select name, value from observed_values where topic_id = ?")
      .all(topicId) as { name: string; value: string }[]; // the columns are named as the type says
    for (const { name, value } of stored) {
      const values: Values = names.get(name) ?? new Map();
      names.set(name, values.set(value, 0));
    }
    this.topics.set(topicId, names);
    return names;
  }
}
