import { type Database, readNumber, readText } from "./database.ts";

export interface Token {
  subscriptionArn: string;
  issuedAt: number;
}

/** Confirmation tokens. Several may be open for one subscription: every repeated Subscribe issues one more. */
export class TokenStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  find(token: string): Token | undefined {
    return this.#database.get(
      (row) => ({
        subscriptionArn: readText(row, "subscription_arn"),
        issuedAt: readNumber(row, "issued_at"),
      }),
      "SELECT * FROM tokens WHERE token = ?",
      token,
    );
  }

  /** The newest token of a subscription. */
  findNewestOf(subscriptionArn: string): string | undefined {
    const sql = "SELECT token FROM tokens WHERE subscription_arn = ? ORDER BY issued_at DESC LIMIT 1";
    return this.#database.get((row) => readText(row, "token"), sql, subscriptionArn);
  }

  insert(token: string, { subscriptionArn, issuedAt }: Token): void {
    this.#database.run(
      "INSERT INTO tokens (token, subscription_arn, issued_at) VALUES (?, ?, ?)",
      token,
      subscriptionArn,
      issuedAt,
    );
  }

  removeOf(subscriptionArn: string): void {
    this.#database.run("DELETE FROM tokens WHERE subscription_arn = ?", subscriptionArn);
  }
}
