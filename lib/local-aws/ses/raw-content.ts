import { addressesIn } from "../mime/addresses.ts";
import { decodeWords } from "../mime/encoded-words.ts";
import { findField, type HeaderField } from "../mime/header.ts";
import { parseMessage } from "../mime/parse-message.ts";
import type { JsonInput } from "../wire/json-input.ts";
import type { Content } from "./content.ts";
import { badRequest, constraints } from "./errors.ts";

/** Of what may stand once only, what mails have. https://docs.aws.amazon.com/ses/latest/dg/header-fields.html */
const ONCE = [
  "Auto-Submitted",
  "Content-Transfer-Encoding",
  "Content-Type",
  "Date",
  "From",
  "In-Reply-To",
  "List-Id",
  "List-Unsubscribe",
  "List-Unsubscribe-Post",
  "Message-ID",
  "MIME-Version",
  "Precedence",
  "References",
  "Reply-To",
  "Return-Path",
  "Sender",
  "Subject",
];

/** Reads a whole MIME message. @throws AwsError for one without sender, or with a field twice that may stand once. */
export function readRaw(input: JsonInput): Content {
  const data = constraints.need(input.text("Data"), "content.raw.data");
  const { fields, text, html } = parseMessage(Buffer.from(data, "base64"));
  if (!findField(fields, "From")) throw badRequest("Missing required header 'From'.");
  for (const name of ONCE) {
    const wanted = name.toLowerCase();
    if (fields.filter((field) => field.name.toLowerCase() === wanted).length > 1)
      throw badRequest(`Duplicate header '${name}'.`);
  }
  return {
    subject: decodeWords(findField(fields, "Subject") ?? ""),
    text,
    html,
    fields: fields.map(({ name, value }) => ({ name, value: decodeWords(value) })),
    senders: addressesUnder(fields, ["from", "sender", "return-path"]),
    recipients: addressesUnder(fields, ["to", "cc", "bcc"]),
  };
}

function addressesUnder(fields: readonly HeaderField[], names: readonly string[]): string[] {
  return fields
    .filter(({ name }) => names.includes(name.toLowerCase()))
    .flatMap(({ value }) => addressesIn(value));
}
