/** What a log event says: EventBridge's envelope, other JSON laid out, or any text. */
export type LogMessage =
  | { kind: "event"; detailType: string; source: string; json: string }
  | { kind: "json"; json: string }
  | { kind: "text" };

/** Reads a log event's text. Never throws. */
export function readMessage(message: string): LogMessage {
  if (!/^\s*[[{]/.test(message)) return { kind: "text" };
  try {
    const value: unknown = JSON.parse(message);
    const json = JSON.stringify(value, null, 2);
    return isEnvelope(value)
      ? { kind: "event", detailType: value["detail-type"], source: value.source, json }
      : { kind: "json", json };
  } catch {
    return { kind: "text" };
  }
}

function isEnvelope(value: unknown): value is { "detail-type": string; source: string } {
  return (
    typeof value === "object" &&
    value !== null &&
    "detail-type" in value &&
    typeof value["detail-type"] === "string" &&
    "source" in value &&
    typeof value.source === "string"
  );
}
