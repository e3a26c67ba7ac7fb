import { randomBytes, randomUUID } from "node:crypto";
import type { LocalAws } from "../local-aws.ts";
import { addressesIn } from "../mime/addresses.ts";
import { findField, type HeaderField } from "../mime/header.ts";
import type { RestOperation } from "../rest-service.ts";
import type { JsonInput } from "../wire/json-input.ts";
import { checkMaySend, DAY_MS, isSandbox } from "./account.ts";
import { readAddress } from "./addresses.ts";
import { type Content, readContent } from "./content.ts";
import { badRequest, constraints, notFound, notVerified } from "./errors.ts";
import { isVerified } from "./identity-status.ts";

const MAX_RECIPIENTS = 50;
const SIMULATOR = "@simulator.amazonses.com";

/** https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html */
export const sendEmail: RestOperation = (aws, { input, region }) => {
  const envelope = envelopeOf(input);
  const content = readContent(constraints.need(input.structure("Content"), "content"), envelope);
  const configurationSet = input.text("ConfigurationSetName");
  if (configurationSet !== undefined)
    throw notFound(`Configuration set <${configurationSet}> does not exist.`);
  const recipients = recipientsOf(envelope, content);
  const senders = sendersOf(input, content);
  checkVerified(aws, region, senders, recipients);
  checkMaySend(aws, region, recipients.length);
  return { MessageId: deliver(aws, region, content, recipients) };
};

/** Sender and recipients as header fields: what a Simple message says of them. */
function envelopeOf(input: JsonInput): HeaderField[] {
  const destination = input.structure("Destination");
  const listed = (name: string, addresses: string[] | undefined) =>
    addresses && addresses.length > 0 ? [{ name, value: addresses.join(", ") }] : [];
  const from = input.text("FromEmailAddress");
  return [
    ...listed("From", from === undefined ? [] : [from]),
    ...listed("Reply-To", input.texts("ReplyToAddresses")),
    ...listed("To", destination?.texts("ToAddresses")),
    ...listed("Cc", destination?.texts("CcAddresses")),
    ...listed("Bcc", destination?.texts("BccAddresses")),
  ];
}

/** Whom the call names, else whom a raw message names itself. */
function recipientsOf(envelope: readonly HeaderField[], content: Content): string[] {
  const named = ["To", "Cc", "Bcc"].flatMap((name) => addressesIn(findField(envelope, name) ?? ""));
  const recipients = [...new Set((named.length > 0 ? named : content.recipients).map(readAddress))];
  if (recipients.length === 0) throw badRequest("The message has no recipients.");
  if (recipients.length > MAX_RECIPIENTS) throw badRequest(`Recipient count exceeds ${MAX_RECIPIENTS}.`);
  return recipients;
}

/** Every address the message claims to come from; each must be verified. */
function sendersOf(input: JsonInput, content: Content): string[] {
  const given = [input.text("FromEmailAddress"), input.text("FeedbackForwardingEmailAddress")];
  const claimed = [...given.flatMap((list) => addressesIn(list ?? "")), ...content.senders];
  if (claimed.length === 0) throw badRequest("FromEmailAddress must be given.");
  return [...new Set(claimed.map(readAddress))];
}

function checkVerified(
  aws: LocalAws,
  region: string,
  senders: readonly string[],
  recipients: readonly string[],
): void {
  const needed = isSandbox(aws)
    ? [...senders, ...recipients.filter((address) => !address.endsWith(SIMULATOR))]
    : senders;
  const failed = [...new Set(needed)].filter((address) => !isVerified(aws, region, address));
  if (failed.length > 0) throw notVerified(failed, region);
}

/** Puts a mail into each mailbox; those of suppressed addresses get none, and SES says nothing of it. */
function deliver(aws: LocalAws, region: string, content: Content, recipients: readonly string[]): string {
  const { store, clock } = aws;
  const now = clock.now();
  const messageId = `0100${now.toString(16).padStart(12, "0")}-${randomUUID()}-${randomBytes(3).toString("hex")}`;
  const { subject, text, html, fields } = content;
  for (const recipient of recipients) {
    if (store.suppressedAddresses.find(region, recipient)) continue;
    store.mails.insert({
      kind: "email",
      date: now,
      sender: findField(fields, "From") ?? "",
      recipient,
      subject,
      messageId,
      text,
      html,
      headers: stamped(fields, { messageId, region, now }),
    });
  }
  store.mails.prune();
  store.emailSends.insert(region, now, recipients.length, now - DAY_MS);
  return messageId;
}

interface Stamp {
  messageId: string;
  region: string;
  now: number;
}

/** SES puts an id and a time of its own in place of the sender's, and hides who else got the mail. */
function stamped(fields: readonly HeaderField[], { messageId, region, now }: Stamp): HeaderField[] {
  const replaced = ["message-id", "date", "bcc", "return-path"];
  const host = region === "us-east-1" ? "email" : region;
  return [
    ...fields.filter(({ name }) => !replaced.includes(name.toLowerCase())),
    { name: "Message-ID", value: `<${messageId}@${host}.amazonses.com>` },
    { name: "Date", value: new Date(now).toUTCString().replace("GMT", "+0000") },
  ];
}
