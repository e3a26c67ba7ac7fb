import { type Database, type Row, readText } from "./database.ts";

/** What a target is sent: the whole event, a part of it, a text of its own, or a text made from parts. */
export type TargetInput =
  | { kind: "event" }
  | { kind: "path"; path: string }
  | { kind: "constant"; text: string }
  | { kind: "template"; paths: Record<string, string>; template: string };

export interface TargetSettings {
  input: TargetInput;
  roleArn?: string | undefined;
  /** For FIFO queues. */
  messageGroupId?: string | undefined;
  deadLetterQueue?: string | undefined;
}

export interface EventTarget extends TargetSettings {
  id: string;
  arn: string;
}

const readTarget = (row: Row): EventTarget => ({
  id: readText(row, "id"),
  arn: readText(row, "arn"),
  // put() is the only writer of this column
  ...(JSON.parse(readText(row, "settings")) as TargetSettings),
});

export class EventTargetStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Adds a target to a rule, or replaces the one with this id. */
  put(ruleArn: string, { id, arn, ...settings }: EventTarget): void {
    this.#database.run(
      `INSERT INTO event_targets (rule_arn, id, arn, settings) VALUES (?, ?, ?, ?)
       ON CONFLICT (rule_arn, id) DO UPDATE SET arn = excluded.arn, settings = excluded.settings`,
      ruleArn,
      id,
      arn,
      JSON.stringify(settings),
    );
  }

  /** Whether there was one. */
  remove(ruleArn: string, id: string): boolean {
    return this.#database.run("DELETE FROM event_targets WHERE rule_arn = ? AND id = ?", ruleArn, id) > 0;
  }

  /** In the order they were added. */
  list(ruleArn: string): EventTarget[] {
    const sql = "SELECT * FROM event_targets WHERE rule_arn = ? ORDER BY ordinal";
    return this.#database.all(readTarget, sql, ruleArn);
  }

  /** The rules that send to a target. */
  rulesOf(targetArn: string): string[] {
    const sql = "SELECT DISTINCT rule_arn FROM event_targets WHERE arn = ?";
    return this.#database.all((row) => readText(row, "rule_arn"), sql, targetArn);
  }
}
