import { readBytes } from "./read-bytes.ts";

/** A request's body as text; null as soon as it is longer than may be. */
export async function readText(request: Request, maxBytes: number): Promise<string | null> {
  return (await readBytes(request, maxBytes))?.toString("utf8") ?? null;
}
