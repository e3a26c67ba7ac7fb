import { type Database, type Row, readOptionalText, readStrings, readText } from "./database.ts";

export interface EventRule {
  arn: string;
  busArn: string;
  name: string;
  pattern: string | null;
  schedule: string | null;
  state: string;
  description: string | null;
  roleArn: string | null;
  tags: Record<string, string>;
}

const readRule = (row: Row): EventRule => ({
  arn: readText(row, "arn"),
  busArn: readText(row, "bus_arn"),
  name: readText(row, "name"),
  pattern: readOptionalText(row, "pattern"),
  schedule: readOptionalText(row, "schedule"),
  state: readText(row, "state"),
  description: readOptionalText(row, "description"),
  roleArn: readOptionalText(row, "role_arn"),
  tags: readStrings(row, "tags"),
});

export class EventRuleStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  find(arn: string): EventRule | undefined {
    return this.#database.get(readRule, "SELECT * FROM event_rules WHERE arn = ?", arn);
  }

  /** Makes a rule, or replaces everything of the one with this ARN. */
  put(rule: EventRule): void {
    this.#database.run(
      `INSERT INTO event_rules (arn, bus_arn, name, pattern, schedule, state, description, role_arn, tags)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (arn) DO UPDATE SET pattern = excluded.pattern, schedule = excluded.schedule, state = excluded.state,
         description = excluded.description, role_arn = excluded.role_arn, tags = excluded.tags`,
      rule.arn,
      rule.busArn,
      rule.name,
      rule.pattern,
      rule.schedule,
      rule.state,
      rule.description,
      rule.roleArn,
      JSON.stringify(rule.tags),
    );
  }

  remove(arn: string): void {
    this.#database.run("DELETE FROM event_rules WHERE arn = ?", arn);
  }

  /** By name. */
  list(busArn: string): EventRule[] {
    const sql = "SELECT * FROM event_rules WHERE bus_arn = ? ORDER BY name";
    return this.#database.all(readRule, sql, busArn);
  }
}
