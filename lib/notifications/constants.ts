/** What made a received message unlike what the catalog expects. It is kept and shown all the same. */
export const ODDITIES = [
  "noEnvelope",
  "otherTopic",
  "noTimestamp",
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

/** Columns are cut after this many characters, an S3 key's longest; attributes and body are kept whole. */
export const MAX_COLUMN_LENGTH = 1_024;

/** Observed values longer than this are cut, and no more than so many of them are learned. */
export const MAX_OBSERVED_LENGTH = 256;
export const MAX_OBSERVED_VALUES = 1_000;
export const MAX_OBSERVED_NAMES = 200;

/** The saved views of the history: everything, results that are bad news, and messages with oddities. */
export const HISTORY_VIEWS = ["all", "problems", "odd"] as const;
export type HistoryView = (typeof HISTORY_VIEWS)[number];

export const HISTORY_PAGE_SIZES = [25, 50, 100] as const;

/** New messages are counted up to here: more are "100+". */
export const NEWS_COUNTED = 100;
/** What an open list is told of what came since. */
export type News = { count: number };

/** How receivers get a message: by HTTP or queue, as a mail, as a mail for programs, as an EventBridge event. */
export const SAMPLE_FORMS = ["sns", "email", "email-json", "event"] as const;
export type SampleForm = (typeof SAMPLE_FORMS)[number];
