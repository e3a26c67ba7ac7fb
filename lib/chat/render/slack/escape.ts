import { NON_JOINER } from "@/lib/notifications/visible-text";
import { isPlain, unticked } from "../foreign-text.ts";

/**
 * The three characters by which Slack knows mentions (`<!channel>`, `<@U1>`) and links are written as entities.
 * https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
export function slackEscaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** A foreign text in mrkdwn: plain words as they are, anything else between backticks, where nothing is formatted. */
export function slackText(text: string): string {
  return isPlain(text) ? text : `\`${slackEscaped(unticked(text)) || " "}\``;
}

/** A foreign text for notifications and screen readers, where "@here" shall not call anybody either. */
export function slackPlain(text: string): string {
  return slackEscaped(text).replaceAll("@", `@${NON_JOINER}`);
}
