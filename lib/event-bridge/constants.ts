/** What every event of the console carries, and every rule for them looks for. */
export const EVENT_SOURCE = "cloud-storage-security";

/** The bus that every account has. */
export const DEFAULT_BUS = "default";

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html */
export const PUT_EVENTS_LIMITS = { entries: 10, bytes: 1_048_576 };

/** The detail-type of a message whose type cannot be one. */
export const PLAIN_DETAIL_TYPE = "Notification";

/** The detail-type of what *Send test event* sends: no rule for notifications matches it. */
export const TEST_DETAIL_TYPE = "ConsoleTestEvent";
