import {
  eventBridgeDetailType,
  isNotificationType,
  type ProductId,
  type SelectionInput,
  selectionToPolicy,
} from "@/lib/catalog";
import { type FilterPolicy, formatFilterPolicy } from "@/lib/filter-policy";
import { type EventPattern, parseEventPattern } from "@/lib/filter-policy/event-pattern";
import { EVENT_SOURCE } from "./constants.ts";

/** An event pattern and the filter it was made of: as JSON in one line, and parsed. Or why there can be none. */
export type PatternOf =
  | { ok: true; policy: FilterPolicy; json: string; pattern: EventPattern; warnings: string[] }
  | { ok: false; reason: string };

/** The pattern of events that carry what the selection admits. Throws on a selection that `allowed` refuses. */
export function selectionToPattern(products: readonly ProductId[], selection: SelectionInput): PatternOf {
  return filterToPattern(selectionToPolicy(products, selection));
}

/**
 * The pattern of events that carry the messages a filter policy admits. Known notification types become detail-types,
 * every other key is looked for among the message attributes in the event's detail.
 */
export function filterToPattern(policy: FilterPolicy): PatternOf {
  if (policy.scope === "MessageBody") return { ok: false, reason: BODY };
  const keys = readObject(formatFilterPolicy(policy));
  const numeric = numericKey(keys);
  if (numeric !== undefined)
    return {
      ok: false,
      reason: `"${numeric}" is compared with something that is no text. In an event the value of every attribute is text, so this could never match. Compare it with a text instead.`,
    };
  const detailTypes = detailTypesOf(keys.notificationType);
  const { notificationType, ...others } = keys;
  const attributes = detailTypes ? others : keys;
  const json = JSON.stringify({
    source: [EVENT_SOURCE],
    ...(detailTypes && { "detail-type": detailTypes }),
    ...(Object.keys(attributes).length > 0 && { detail: { MessageAttributes: lookedFor(attributes) } }),
  });
  const parsed = parseEventPattern(json);
  if (parsed.ok)
    return {
      ok: true,
      policy,
      json,
      pattern: parsed.value,
      warnings: parsed.warnings.map(({ message }) => `${message}.`),
    };
  return { ok: false, reason: `EventBridge takes no such pattern: ${parsed.issues[0]?.message}.` };
}

const BODY =
  "This filter looks into the message body. An event carries the body as one text, which a pattern cannot look into. Filter by message attributes instead.";

type JsonObject = Record<string, unknown>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function readObject(json: string): JsonObject {
  const value: unknown = JSON.parse(json);
  return isObject(value) ? value : {};
}

const isAlternatives = (key: string, value: unknown): value is JsonObject[] =>
  key === "$or" && Array.isArray(value) && value.every(isObject);

/** The keys of a policy as attributes of an event: `{DataType, StringValue}` each. */
function lookedFor(keys: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(keys).map(([key, value]) =>
      isAlternatives(key, value) ? [key, value.map(lookedFor)] : [key, { StringValue: value }],
    ),
  );
}

/** The detail-types that stand for exactly these types; undefined where the key asks for anything else. */
function detailTypesOf(conditions: unknown): string[] | undefined {
  if (!Array.isArray(conditions)) return undefined;
  const types = conditions.filter((value) => typeof value === "string").filter(isNotificationType);
  return types.length === conditions.length ? types.map(eventBridgeDetailType) : undefined;
}

/** The first key that compares with anything but text; whether a key is there at all may be asked. */
function numericKey(keys: JsonObject): string | undefined {
  for (const [key, value] of Object.entries(keys)) {
    const found = isAlternatives(key, value)
      ? value.map(numericKey).find((name) => name !== undefined)
      : isText(value)
        ? undefined
        : key;
    if (found !== undefined) return found;
  }
  return undefined;
}

function isText(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isText);
  if (!isObject(value)) return typeof value === "string";
  return Object.entries(value).every(([operator, operand]) =>
    operator === "exists" ? true : operator !== "numeric" && isText(operand),
  );
}
