/** What triggered a scan, unless the publisher says otherwise: the one value ever seen in a public message. */
export const DEFAULT_SCAN_TYPE = "Api";

/** What the subject of an exercise begins with, before the product's own prefix. */
export const DRILL_SUBJECT_PREFIX = "[Drill] ";

/** How many notifications one request may carry. */
export const MAX_BATCH = 100;

/** How long the answer to an idempotency key is kept. */
export const KEY_KEPT_MS = 24 * 3_600_000;

/** After so long without an answer, whoever published under a key must have died: the key may be used again. */
export const IN_FLIGHT_MS = 120_000;

/** Samples that one person may send a minute. */
export const SAMPLES_PER_MINUTE = 10;

/** How long a sent sample may take to arrive before the page says that something is wrong. */
export const ARRIVAL_MS = 60_000;
