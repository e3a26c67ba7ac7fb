import type { SampleMessage } from "@/lib/catalog/samples/index";
import { eventEnvelope } from "@/lib/event-bridge/event-envelope";
import { toEvent } from "@/lib/event-bridge/to-event";
import type { SampleForm } from "./constants.ts";
import { asDelivered } from "./sns-document.ts";

/** A sample as one kind of receiver gets it. */
export type FormView = { form: SampleForm; code: string; note: string };

export type Origin = { topicArn: string; accountId: string; region: string };

const MESSAGE_ID = "5f2c7a90-3d1e-5b6a-9c48-0e7d1f2a3b4c";
const AT = new Date("2025-06-30T08:15:45.678Z");

/** The sample in every form, had the topic carried it. Ids, times and signatures are made up. */
export function sampleForms(sample: SampleMessage, origin: Origin): FormView[] {
  const { topicArn } = origin;
  const message = { ...sample, messageId: MESSAGE_ID, publishedAt: AT };
  const document = asDelivered(message, topicArn);
  const signed = JSON.stringify({ ...JSON.parse(document), ...signature(origin) }, null, 2);
  const type = sample.attributes.notificationType?.value ?? null;
  const event = toEvent({ ...message, topicArn, type, publishedAt: AT });
  const envelope = eventEnvelope(event, { account: origin.accountId, region: origin.region, id: MESSAGE_ID });
  return [
    {
      form: "sns",
      code: signed,
      note: "What an HTTP or HTTPS endpoint is sent, and what a queue holds as the body of its message. With raw delivery only the text in Message arrives, and in a queue the attributes beside it.",
    },
    {
      form: "email",
      code: mail(sample),
      note: "Amazon SNS sends the body as plain text. It cannot be laid out otherwise, and the attributes do not arrive. A footer with a link to unsubscribe follows.",
    },
    {
      form: "email-json",
      code: signed,
      note: "The text of the mail is the JSON document, without a footer: for programs that read mails.",
    },
    {
      form: "event",
      code: JSON.stringify(envelope, null, 2),
      note: "What this console forwards to EventBridge. Attributes are at detail.MessageAttributes, each with DataType and StringValue.",
    },
  ];
}

/** What differs for every subscription and message. */
function signature({ region, topicArn }: Origin) {
  const sns = `https://sns.${region}.amazonaws.com`;
  return {
    SignatureVersion: "1",
    Signature: "(made for every message by the key of SNS)",
    SigningCertURL: `${sns}/SimpleNotificationService-0000000000000000000000000000000.pem`,
    UnsubscribeURL: `${sns}/?Action=Unsubscribe&SubscriptionArn=${topicArn}:00000000-0000-0000-0000-000000000000`,
  };
}

function mail({ subject, body }: SampleMessage): string {
  return `From: AWS Notifications <no-reply@sns.amazonaws.com>\nSubject: ${subject}\n\n${body}\n`;
}
