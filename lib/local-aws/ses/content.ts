import type { HeaderField } from "../mime/header.ts";
import type { JsonInput } from "../wire/json-input.ts";
import { badRequest, notFound } from "./errors.ts";
import { readRaw } from "./raw-content.ts";
import { readSimple } from "./simple-content.ts";

/** A message to be sent, whichever way it came. */
export interface Content {
  subject: string;
  text: string | null;
  html: string | null;
  /** The header as its sender wrote it, in words for people. */
  fields: readonly HeaderField[];
  /** Whom the message itself claims to come from. */
  senders: readonly string[];
  /** Whom the message itself names; counts when the call names nobody. */
  recipients: readonly string[];
}

/** Reads the member `Content`. @throws AwsError for one that has no kind, several, or a template. */
export function readContent(input: JsonInput, envelope: readonly HeaderField[]): Content {
  const [simple, raw, template] = [
    input.structure("Simple"),
    input.structure("Raw"),
    input.structure("Template"),
  ];
  if ([simple, raw, template].filter((one) => one !== undefined).length !== 1)
    throw badRequest("Content must have exactly one of Simple, Raw and Template.");
  if (simple) return readSimple(simple, envelope);
  if (raw) return readRaw(raw);
  throw notFound(`Template ${template?.text("TemplateName") ?? ""} does not exist.`);
}
