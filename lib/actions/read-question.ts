import { readText } from "./read-text.ts";

/** More than our own pages ask with: the ids of all rows that can be picked, or a filter. */
const MAX_BYTES = 4_000_000;

/** The JSON of a page's question; undefined for anything else, and for more than pages ask with. */
export async function readQuestion(request: Request): Promise<unknown> {
  const text = await readText(request, MAX_BYTES);
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
