import type { LocalAws } from "../local-aws.ts";
import type { SubscriptionMail, VerificationMail } from "../store/mails.ts";
import type { Subscription } from "../store/subscriptions.ts";
import type { Topic } from "../store/topics.ts";

/** The mail with the *Confirm subscription* link. */
export function confirmationMail(
  aws: LocalAws,
  topic: Topic,
  subscription: Subscription,
  token: string,
): SubscriptionMail {
  const subject = "AWS Notification - Subscription Confirmation";
  return { ...envelope(aws, topic, subscription, "confirmation"), subject, token, body: null, footer: false };
}

/** The mail after a recipient's unsubscription, with the link that takes it back. */
export function unsubscribedMail(
  aws: LocalAws,
  topic: Topic,
  subscription: Subscription,
  token: string,
): SubscriptionMail {
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
): SubscriptionMail {
  return {
    ...envelope(aws, topic, subscription, "notification"),
    subject: subject ?? "AWS Notification Message",
    token: null,
    body,
    footer: subscription.protocol === "email",
  };
}

/** The mail by which whoever reads an address lets SES send from it. */
export function verificationMail(
  { clock }: LocalAws,
  { region, address, token }: { region: string; address: string; token: string },
): VerificationMail {
  return {
    kind: "verification",
    date: clock.now(),
    sender: '"Amazon Web Services" <no-reply-aws@amazon.com>',
    recipient: address,
    subject: `Amazon Web Services - Email Address Verification Request in region ${region}`,
    region,
    token,
  };
}

function envelope(
  { clock }: LocalAws,
  topic: Topic,
  { arn, endpoint }: Subscription,
  kind: SubscriptionMail["kind"],
) {
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
