import { MAX_JSON_DEPTH } from "./json-reader.ts";

/** A message body as policies see it: a JSON object, or why it is none and no policy on the body can match. */
export type BodyReading =
  | { readonly kind: "object"; readonly root: object }
  | { readonly kind: "unreadable"; readonly because: "notJson" | "notAnObject" | "tooDeep" };

/**
 * Reads a message body for scope MessageBody: it must be a JSON object, nested no deeper than AWS's parser
 * follows, wherever the depth lies.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-message-filtering.html
 */
export function readBody(text: string): BodyReading {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { kind: "unreadable", because: "notJson" };
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed))
    return { kind: "unreadable", because: "notAnObject" };
  // a level takes two characters at least, so short texts need no look
  const isTooDeep = text.length > 2 * MAX_JSON_DEPTH && nestsDeeper(parsed, MAX_JSON_DEPTH);
  return isTooDeep ? { kind: "unreadable", because: "tooDeep" } : { kind: "object", root: parsed };
}

/** Whether arrays and objects lie in one another in more than so many levels, the value itself being the first. */
export function nestsDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((member: unknown) => nestsDeeper(member, levels - 1));
}
