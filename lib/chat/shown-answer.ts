import { visibleText } from "@/lib/notifications/visible-text";
import { SHOWN_ANSWER_LENGTH } from "./constants.ts";

/** Shorter parts of a webhook's address are words, not secrets. */
const SECRET_LENGTH = 6;

const HIDDEN = "[secret]";

/**
 * The first of what a webhook answered, in one line that may be shown: without the parts of its own address that are
 * secret, which error pages like to repeat, and with nothing invisible in it.
 */
export function shownAnswer(text: string, url: string, others: readonly string[] = []): string {
  const secrets = [...secretParts(url), ...others].sort((a, b) => b.length - a.length);
  const hidden = secrets.reduce((left, secret) => left.replaceAll(secret, HIDDEN), text);
  const line = visibleText(hidden.replace(/\s+/g, " ").trim());
  return line.length > SHOWN_ANSWER_LENGTH ? `${line.slice(0, SHOWN_ANSWER_LENGTH - 1)}…` : line;
}

/** Everything of the address behind its host, whole and in parts, as written and decoded. */
function secretParts(url: string): string[] {
  if (!URL.canParse(url)) return [];
  const { pathname, search, searchParams } = new URL(url);
  const parts = [
    `${pathname}${search}`,
    pathname,
    search,
    ...pathname.split("/"),
    ...[...searchParams.values()],
    ...search.slice(1).split(/[&=]/),
  ];
  const forms = parts.flatMap((part) => [
    part,
    decoded(part),
    encodeURIComponent(decoded(part)),
    escaped(part),
  ]);
  return [...new Set(forms)].filter((part) => part.length >= SECRET_LENGTH);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const escaped = (text: string) => text.replaceAll("&", "&amp;");
