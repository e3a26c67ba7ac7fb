import type { Scalar } from "./policy.ts";

const PLAIN_WORD = /^[\p{L}\p{N}$_][\p{L}\p{N}$_.:/@+-]*$/u;

/** A name as it is when it cannot be misread, else quoted. */
export function word(text: string): string {
  return PLAIN_WORD.test(text) ? text : JSON.stringify(text);
}

/** A value as a reader would write it; texts that look like another type are quoted. */
export function valueWord(value: Scalar): string {
  if (typeof value !== "string") return String(value);
  const looksLikeOther = value === "true" || value === "false" || value === "null" || isNumeric(value);
  return looksLikeOther ? JSON.stringify(value) : word(value);
}

/** `A`, `A or B`, `A, B or C`; with another separator between all when given. */
export function listed(texts: readonly string[], separator?: string): string {
  if (separator !== undefined || texts.length < 3) return texts.join(separator ?? " or ");
  return `${texts.slice(0, -1).join(", ")} or ${texts.at(-1)}`;
}

function isNumeric(text: string): boolean {
  return text !== "" && Number.isFinite(Number(text));
}
