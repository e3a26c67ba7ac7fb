import { type Fields, fieldsOf } from "@/lib/notifications/body-fields";
import { PLATFORM_LIMITS } from "./platform-limits.ts";
import type { ChatPlatform, RenderedMessage } from "./types.ts";

/** Which limits of its platform a message exceeds, in words; none of a message that it takes. */
export function limitBreaches(platform: ChatPlatform, { body }: RenderedMessage): string[] {
  switch (platform) {
    case "slack":
      return slackBreaches(parsed(body));
    case "teams":
      return over("message", bytes(body), PLATFORM_LIMITS.teams.bytes);
    case "chime":
      return over("Content", bytes(textAt(parsed(body), "Content")), PLATFORM_LIMITS.chime.contentBytes);
    case "webhook":
      return [];
    default:
      return platform satisfies never;
  }
}

const limits = PLATFORM_LIMITS.slack;

function slackBreaches(message: Fields): string[] {
  const groups = [message, ...listAt(message, "attachments")].map((part) => listAt(part, "blocks"));
  const together = groups.reduce((sum, blocks) => sum + lengthOf(blocks), 0);
  return [
    ...over("text", textAt(message, "text").length, limits.text),
    ...listAt(message, "attachments").flatMap((attachment) =>
      over("fallback", textAt(attachment, "fallback").length, limits.text),
    ),
    ...over("all blocks", together, limits.blocksTogether),
    ...groups.flatMap((blocks) => [
      ...over("blocks", blocks.length, limits.blocks),
      ...blocks.flatMap(blockBreaches),
    ]),
  ];
}

function blockBreaches(block: Fields): string[] {
  const type = textAt(block, "type");
  switch (type) {
    case "header":
      return [
        ...(textAt(fieldsAt(block, "text"), "type") === "plain_text" ? [] : ["a header is no plain text"]),
        ...between("header", textOf(fieldsAt(block, "text")), limits.headerText),
      ];
    case "section":
      return sectionBreaches(block);
    case "context": {
      const elements = listAt(block, "elements");
      return [
        ...over("context", elements.length, limits.contextElements),
        ...elements.flatMap((element) => between("context text", textOf(element), limits.sectionText)),
      ];
    }
    case "actions": {
      const elements = listAt(block, "elements");
      return [
        ...over("actions", elements.length, limits.actionElements),
        ...elements.flatMap((button) => [
          ...between("button", textOf(fieldsAt(button, "text")), limits.buttonText),
          ...between("url", textAt(button, "url"), limits.url),
        ]),
      ];
    }
    default:
      return [`a block of the type "${type}"`];
  }
}

function sectionBreaches(section: Fields): string[] {
  const fields = listAt(section, "fields");
  const hasText = section.has("text");
  return [
    ...(hasText ? between("section", textOf(fieldsAt(section, "text")), limits.sectionText) : []),
    ...(hasText || fields.length > 0 ? [] : ["a section without text and fields"]),
    ...over("fields", fields.length, limits.sectionFields),
    ...fields.flatMap((field) => between("field", textOf(field), limits.fieldText)),
  ];
}

function over(what: string, size: number, most: number): string[] {
  return size > most ? [`${what}: ${size} of ${most}`] : [];
}

/** A text that must not be empty either. */
function between(what: string, text: string, most: number): string[] {
  return text === "" ? [`${what}: empty`] : over(what, text.length, most);
}

/** UTF-8 bytes. */
function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}

function parsed(body: string): Fields {
  return fieldsOf(JSON.parse(body)) ?? new Map();
}

function fieldsAt(fields: Fields, name: string): Fields {
  return fieldsOf(fields.get(name)) ?? new Map();
}

function listAt(fields: Fields, name: string): Fields[] {
  const value = fields.get(name);
  return Array.isArray(value) ? value.flatMap((item) => fieldsOf(item) ?? []) : [];
}

function textAt(fields: Fields, name: string): string {
  const value = fields.get(name);
  return typeof value === "string" ? value : "";
}

const textOf = (textObject: Fields) => textAt(textObject, "text");

function lengthOf(blocks: readonly Fields[]): number {
  return JSON.stringify(blocks.map((block) => Object.fromEntries(block))).length;
}
