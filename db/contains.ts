import type { Column, SQL } from "drizzle-orm";
import { sql } from "drizzle-orm";

/** Whether a column of lower-cased text contains `text`, taken literally. */
export function contains(column: Column, text: string): SQL {
  const escaped = text.toLowerCase().replace(/[\\%_]/g, "\\$&");
  return sql`${column} like ${`%${escaped}%`} escape '\\'`;
}
