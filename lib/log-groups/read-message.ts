/** What a log event says: EventBridge's envelope, other JSON laid out, or any text. */
export type LogMessage =
  | { kind: "event"; detailType: string; source: string; json: string }
  | { kind: "json"; json: string }
  | { kind: "text"; text: string /** How many characters are left out. */; left: number };

/** A page of fifty events is asked for every few seconds: longer ones are cut. */
const MAX_SHOWN = 32_768;

/** Reads a log event's text. Never throws. */
export function readMessage(message: string): LogMessage {
  const asText: LogMessage = {
    kind: "text",
    text: message.slice(0, MAX_SHOWN),
    left: Math.max(0, message.length - MAX_SHOWN),
  };
  if (asText.left > 0 || !/^\s*[[{]/.test(message)) return asText;
  try {
    const value: unknown = JSON.parse(message);
    const json = JSON.stringify(value, null, 2);
    return isEnvelope(value)
      ? { kind: "event", detailType: value["detail-type"], source: value.source, json }
      : { kind: "json", json };
  } catch {
    return asText;
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
