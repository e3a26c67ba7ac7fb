import "server-only";
import { notFound } from "next/navigation";
import { requireActor } from "@/lib/auth/session";
import { readEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { groupKey } from "./group-key.ts";
import { type LogEvent, type LogGroup, listLogEvents, listLogGroups } from "./queries.ts";
import { type LogsQuery, logsQuerySchema } from "./schema.ts";

export type LogsPage = { query: LogsQuery } & (
  | {
      kind: "read";
      groups: LogGroup[];
      /** null when there is no group at all, "gone" when the one asked for does not exist. */
      open:
        | {
            group: LogGroup;
            events: LogEvent[];
            /** Set when there may be older events: where they begin. */
            nextPage: string | undefined;
          }
        | "gone"
        | null;
    }
  | { kind: "failed"; message: string }
);

/** The log groups as the address asks for them. Not found where no embedded AWS is in use. */
export async function loadLogs(params: Record<string, string | string[] | undefined>): Promise<LogsPage> {
  await requireActor("console:read");
  if (readEnv().LOCAL_AWS_URL === undefined) notFound();
  const query = logsQuerySchema.parse(params);
  try {
    const groups = await listLogGroups();
    return { kind: "read", query, groups, open: await openGroup(groups, query) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { kind: "failed", query, message: error.message };
  }
}

async function openGroup(groups: readonly LogGroup[], { group: key, q, page }: LogsQuery) {
  const group = key === undefined ? groups[0] : groups.find((one) => groupKey(one) === key);
  if (!group) return key === undefined ? null : "gone";
  const { events, nextBefore: nextPage } = await listLogEvents({ group, text: q, before: page });
  return { group, events, nextPage };
}
