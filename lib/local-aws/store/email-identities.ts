import {
  type Database,
  type Row,
  readNumber,
  readOptionalNumber,
  readOptionalText,
  readText,
} from "./database.ts";

export interface EmailIdentity {
  region: string;
  /** An address, or a domain. */
  name: string;
  createdAt: number;
  /** From then on it may be sent from; null as long as nobody followed its link. */
  verifiedAt: number | null;
  /** In the link of its verification mail; domains have none. */
  token: string | null;
}

const readIdentity = (row: Row): EmailIdentity => ({
  region: readText(row, "region"),
  name: readText(row, "name"),
  createdAt: readNumber(row, "created_at"),
  verifiedAt: readOptionalNumber(row, "verified_at"),
  token: readOptionalText(row, "token"),
});

/** The addresses and domains that SES may send from. */
export class EmailIdentityStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  insert({ region, name, createdAt, verifiedAt, token }: EmailIdentity): void {
    const sql =
      "INSERT INTO email_identities (region, name, created_at, verified_at, token) VALUES (?, ?, ?, ?, ?)";
    this.#database.run(sql, region, name, createdAt, verifiedAt, token);
  }

  find(region: string, name: string): EmailIdentity | undefined {
    const sql = "SELECT * FROM email_identities WHERE region = ? AND name = ?";
    return this.#database.get(readIdentity, sql, region, name);
  }

  findByToken(token: string): EmailIdentity | undefined {
    return this.#database.get(readIdentity, "SELECT * FROM email_identities WHERE token = ?", token);
  }

  /** In the order they were made. */
  list(region: string): EmailIdentity[] {
    const sql = "SELECT * FROM email_identities WHERE region = ? ORDER BY id";
    return this.#database.all(readIdentity, sql, region);
  }

  verify(region: string, name: string, verifiedAt: number): void {
    const sql = "UPDATE email_identities SET verified_at = ? WHERE region = ? AND name = ?";
    this.#database.run(sql, verifiedAt, region, name);
  }

  /** Whether there was one. */
  remove(region: string, name: string): boolean {
    return this.#database.run("DELETE FROM email_identities WHERE region = ? AND name = ?", region, name) > 0;
  }
}
