import type { HeaderField } from "../mime/header.ts";
import type { JsonInput } from "../wire/json-input.ts";
import type { Content } from "./content.ts";
import { badRequest, constraints } from "./errors.ts";

/** SES writes these itself. https://docs.aws.amazon.com/ses/latest/dg/header-fields.html */
const OWN = new Set([
  "bcc",
  "cc",
  "content-disposition",
  "content-type",
  "date",
  "from",
  "message-id",
  "mime-version",
  "reply-to",
  "return-path",
  "subject",
  "to",
]);

/** Reads a message of subject, text and HTML; `envelope` are the fields of sender and recipients. */
export function readSimple(input: JsonInput, envelope: readonly HeaderField[]): Content {
  const at = "content.simple";
  const subject = dataOf(input.structure("Subject"), `${at}.subject`);
  const body = constraints.need(input.structure("Body"), `${at}.body`);
  const [text, html] = [body.structure("Text"), body.structure("Html")];
  if (!text && !html) throw badRequest("The body must have Text or Html.");
  return {
    subject,
    text: text ? dataOf(text, `${at}.body.text`) : null,
    html: html ? dataOf(html, `${at}.body.html`) : null,
    fields: [
      ...envelope,
      { name: "Subject", value: subject },
      ...(input.structures("Headers") ?? []).map(readHeader),
      { name: "MIME-Version", value: "1.0" },
    ],
    senders: [],
    recipients: [],
  };
}

function dataOf(input: JsonInput | undefined, at: string): string {
  return constraints.need(constraints.need(input, at).text("Data"), `${at}.data`);
}

function readHeader(input: JsonInput, index: number): HeaderField {
  const at = `content.simple.headers.${index + 1}.member`;
  const name = constraints.text(constraints.need(input.text("Name"), `${at}.name`), `${at}.name`, {
    min: 1,
    max: 126,
    pattern: "[!-9;-@A-~]+",
  });
  const value = constraints.text(constraints.need(input.text("Value"), `${at}.value`), `${at}.value`, {
    min: 1,
    max: 995,
    pattern: "[ -~]*",
  });
  if (OWN.has(name.toLowerCase())) throw badRequest(`Header <${name}> is not allowed.`);
  return { name, value };
}
