import { type Database, type Row, readNumber, readText } from "./database.ts";

export interface SuppressedAddress {
  address: string;
  /** BOUNCE or COMPLAINT. */
  reason: string;
  updatedAt: number;
}

const readSuppressed = (row: Row): SuppressedAddress => ({
  address: readText(row, "address"),
  reason: readText(row, "reason"),
  updatedAt: readNumber(row, "updated_at"),
});

/** An account's suppression list: SES takes mails to these addresses and delivers none of them. */
export class SuppressedAddressStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  put(region: string, { address, reason, updatedAt }: SuppressedAddress): void {
    const sql =
      "INSERT OR REPLACE INTO suppressed_addresses (region, address, reason, updated_at) VALUES (?, ?, ?, ?)";
    this.#database.run(sql, region, address, reason, updatedAt);
  }

  find(region: string, address: string): SuppressedAddress | undefined {
    const sql = "SELECT * FROM suppressed_addresses WHERE region = ? AND address = ?";
    return this.#database.get(readSuppressed, sql, region, address);
  }

  /** By address. */
  list(region: string): SuppressedAddress[] {
    const sql = "SELECT * FROM suppressed_addresses WHERE region = ? ORDER BY address";
    return this.#database.all(readSuppressed, sql, region);
  }

  /** Whether it was there. */
  remove(region: string, address: string): boolean {
    const sql = "DELETE FROM suppressed_addresses WHERE region = ? AND address = ?";
    return this.#database.run(sql, region, address) > 0;
  }
}
