/** What made a received message unlike what the catalog expects. It is kept and shown all the same. */
export const ODDITIES = [
  "notJson",
  "noType",
  "unknownType",
  "unknownResult",
  "missingAttribute",
  "healthAlarm",
] as const;
export type Oddity = (typeof ODDITIES)[number];

/** Rollups for reports are kept in slots this wide: every time zone's day begins at the start of one. */
export const SLOT_MS = 15 * 60_000;

/** Marks a message the console sent as a drill; its value is "true". No filter of a product names it. */
export const DRILL_ATTRIBUTE = "drill";

/** The saved views of the history: everything, results that are bad news, and messages with oddities. */
export const HISTORY_VIEWS = ["all", "problems", "odd"] as const;
export type HistoryView = (typeof HISTORY_VIEWS)[number];

export const HISTORY_PAGE_SIZES = [25, 50, 100] as const;
