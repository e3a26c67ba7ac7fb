import type { LocalAws } from "../local-aws.ts";
import type { MailContent, MailKind } from "../store/mails.ts";
import type { Subscription } from "../store/subscriptions.ts";
import type { Topic } from "../store/topics.ts";

/** The mail with the *Confirm subscription* link. */
export function confirmationMail(
  aws: LocalAws,
  topic: Topic,
  subscription: Subscription,
  token: string,
): MailContent {
  const subject = "AWS Notification - Subscription Confirmation";
  return { ...envelope(aws, topic, subscription, "confirmation"), subject, token, body: null, footer: false };
}

/** The mail after a recipient's unsubscription, with the link that takes it back. */
export function unsubscribedMail(
  aws: LocalAws,
  topic: Topic,
  subscription: Subscription,
  token: string,
): MailContent {
  const subject = "AWS Notification - Unsubscribe Confirmation";
  return { ...envelope(aws, topic, subscription, "unsubscribed"), subject, token, body: null, footer: false };
}

/**
 * A notification: `email` gets the message and a footer, `email-json` the whole document alone.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-email-notifications.html
 */
export function notificationMail(
  aws: LocalAws,
  topic: Topic,
  subscription: Subscription,
  subject: string | undefined,
  body: string,
): MailContent {
  return {
    ...envelope(aws, topic, subscription, "notification"),
    subject: subject ?? "AWS Notification Message",
    token: null,
    body,
    footer: subscription.protocol === "email",
  };
}

function envelope({ clock }: LocalAws, topic: Topic, { arn, endpoint }: Subscription, kind: MailKind) {
  const name = (topic.attributes.DisplayName || "AWS Notifications").replace(/["\\]/g, "\\$&");
  return {
    date: clock.now(),
    kind,
    sender: `"${name}" <no-reply@sns.amazonaws.com>`,
    recipient: endpoint,
    topicArn: topic.arn,
    subscriptionArn: arn,
  };
}
