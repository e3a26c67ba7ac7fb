import "server-only";
import { z } from "zod";
import { readEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";

const groupSchema = z.object({ region: z.string(), name: z.string(), retentionDays: z.number().nullable() });
export type LogGroup = z.output<typeof groupSchema>;

const eventSchema = z.object({
  id: z.string(),
  date: z.coerce.date(),
  stream: z.string(),
  message: z.string(),
});
/** An event of a log group of the embedded AWS. `message` is whatever somebody wrote. */
export type LogEvent = z.output<typeof eventSchema>;

const groupsSchema = z.object({ groups: z.array(groupSchema) });
const eventsSchema = z.object({ events: z.array(eventSchema), nextBefore: z.string().optional() });

/** Every log group of the embedded AWS, by name. */
export async function listLogGroups(): Promise<LogGroup[]> {
  const { groups } = await ask("/_local/log-groups", {}, groupsSchema);
  return groups;
}

/** A group's newest events that contain `text`, older than `before`, and where the next page begins. */
export async function listLogEvents(query: {
  group: LogGroup;
  text: string;
  before: string | undefined;
}): Promise<{ events: LogEvent[]; nextBefore: string | undefined }> {
  const { group, text, before } = query;
  const parameters = { region: group.region, group: group.name, q: text, ...(before && { before }) };
  const { events, nextBefore } = await ask("/_local/log-events", parameters, eventsSchema);
  return { events, nextBefore };
}

/** @throws AppError("unavailable") when the embedded AWS does not answer as it should. */
async function ask<T>(path: string, parameters: Record<string, string>, schema: z.ZodType<T>): Promise<T> {
  const url = new URL(path, readEnv().LOCAL_AWS_URL);
  url.search = new URLSearchParams(parameters).toString();
  try {
    const response = await fetch(url, { cache: "no-store", signal: AbortSignal.timeout(5_000) });
    return schema.parse(await response.json());
  } catch (cause) {
    throw new AppError("unavailable", "The embedded AWS does not answer. Restart the console.", { cause });
  }
}
