export type SignedKind = "Notification" | "Confirmation";

const SIGNED_FIELDS = {
  Notification: ["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"],
  Confirmation: ["Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"],
} as const;

/**
 * The text SNS signs: for each signed field its name and its value, each followed by a newline, in
 * alphabetical order (https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html).
 * "Confirmation" stands for SubscriptionConfirmation and UnsubscribeConfirmation. Only Subject may be missing:
 * throws when another field is.
 */
export function stringToSign(fields: Readonly<Record<string, string | undefined>>, kind: SignedKind): string {
  return SIGNED_FIELDS[kind]
    .map((name) => {
      const value = fields[name];
      if (value !== undefined) return `${name}\n${value}\n`;
      if (name === "Subject") return "";
      throw new Error(`Cannot sign a ${kind.toLowerCase()} without ${name}: pass the field.`);
    })
    .join("");
}
