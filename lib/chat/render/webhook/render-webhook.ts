import { visibleJson } from "@/lib/notifications/visible-text";
import { plainLine } from "../compact-line.ts";
import { type FoldView, plainFold } from "../fold-view.ts";
import type { MessageView } from "../message-view.ts";
import { isJson } from "../raw-text.ts";
import type { ChatNotification, Fold, RenderedMessage, RenderOptions } from "../types.ts";

/**
 * What a webhook of no chat gets in the layout "raw": the message as it was published, byte for byte.
 */
export function webhookRaw({ body }: ChatNotification): RenderedMessage {
  return { contentType: isJson(body) ? "application/json" : "text/plain; charset=utf-8", body };
}

/**
 * In the layout "compact", JSON of ours. Fields are never taken away or given another meaning without another
 * `version`; new ones may be added.
 *
 * | field | |
 * | --- | --- |
 * | version | 1 |
 * | kind | "notification" |
 * | messageId | SNS's id: the same message may come twice, with the same id |
 * | topic | {arn, name}; arn null when the console no longer manages the topic |
 * | publishedAt | ISO 8601, UTC |
 * | product, type, result | as in the catalog, or as they came; null where there is none |
 * | severity | critical, high, medium, low, none, system |
 * | isDrill | a test of the way, not an event |
 * | bucket, key, accountId | null where there is none |
 * | found | names of malware, or of rules that matched |
 * | actionTaken | as it came, null where there is none |
 * | text | the whole in one line; characters that nobody sees are spelt out in it |
 * | consoleUrl | where to read on, or null |
 *
 * All other texts are exact: attackers choose keys and names, so escape them.
 */
export function webhookCompact(
  view: MessageView,
  notification: ChatNotification,
  options: RenderOptions,
): RenderedMessage {
  return asJson(compactFields(view, notification, options));
}

/**
 * In the layout "detailed", that and `subject`, `attributes` ({name: {type, value}}), `facts` ([{term, value}]) and
 * `tables` ([{title, rows: [[{term, value}]], more}]) as the console shows them, cut where they are long, and
 * `message`, the text that was published.
 */
export function webhookDetailed(
  view: MessageView,
  notification: ChatNotification,
  options: RenderOptions,
): RenderedMessage {
  const { subject, attributes, body } = notification;
  const { facts, tables } = view;
  const more = { subject, attributes, facts, tables, message: body };
  return asJson({ ...compactFields(view, notification, options), ...more });
}

function compactFields(view: MessageView, notification: ChatNotification, { topicName }: RenderOptions) {
  const { messageId, topicArn, publishedAt, product, type, result, severity, drill } = notification;
  const { bucket, objectKey, accountId, malware, actionTaken } = notification;
  return {
    version: 1,
    kind: "notification",
    messageId,
    topic: { arn: topicArn, name: topicName },
    publishedAt: publishedAt.toISOString(),
    product,
    type,
    result,
    severity,
    isDrill: drill,
    bucket,
    key: objectKey,
    accountId,
    found: malware?.split("\n") ?? [],
    actionTaken,
    text: plainLine(view),
    consoleUrl: view.link?.href ?? null,
  };
}

/**
 * A fold in JSON: version 1, kind "fold", `count`, `windowSeconds`, `groups` ([{type, result, severity, count}]),
 * `text` and `consoleUrl`.
 */
export function webhookFold(view: FoldView, { windowMs, groups }: Fold): RenderedMessage {
  return asJson({
    version: 1,
    kind: "fold",
    count: groups.reduce((total, { count }) => total + count, 0),
    windowSeconds: Math.ceil(windowMs / 1000),
    groups,
    text: plainFold(view),
    consoleUrl: view.link?.href ?? null,
  });
}

/** Hidden characters are escaped, which means the same. */
function asJson(value: object): RenderedMessage {
  return { contentType: "application/json", body: visibleJson(JSON.stringify(value)) };
}
