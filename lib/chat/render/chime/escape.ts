import { isPlain, unlinked, unticked } from "../foreign-text.ts";

/**
 * A foreign text in Chime's Markdown: plain words as they are, anything else between backticks. Mentions ("@All",
 * "@Present", "@alias") and addresses, which Chime finds anywhere, are parted.
 * https://docs.aws.amazon.com/chime/latest/dg/webhooks.html
 */
export function chimeText(text: string): string {
  return isPlain(text) ? text : `\`${unlinked(unticked(text)) || " "}\``;
}
