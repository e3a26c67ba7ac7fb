import type { LocalAws } from "../local-aws.ts";
import type { LogEvent, LogPosition } from "../store/log-events.ts";
import { ControlError } from "./input.ts";
import { readLimit } from "./listings.ts";

const SEARCHED_AT_ONCE = 1000;
/** How far back one request looks for a text. */
const LOOKED_THROUGH = 20_000;

/** Every log group of every region, by name. */
export function listLogGroups({ store, clock }: LocalAws) {
  const groups = store.logGroups.listAll().map((group) => {
    store.logEvents.sweep(group, clock.now());
    const { region, name, retentionDays, storedBytes } = group;
    return { region, name, retentionDays, storedBytes };
  });
  return { groups };
}

/**
 * The events of the log group `group` of `region`, newest first: `limit` of those before `before` that contain `q` in
 * any case. A search that found less may go on at `nextBefore` too.
 */
export function listLogEvents({ store }: LocalAws, search: URLSearchParams) {
  const group = store.logGroups.find(search.get("region") ?? "", search.get("group") ?? "");
  if (!group) throw new ControlError(404, "There is no such log group.");
  const limit = readLimit(search);
  const range = { groupId: group.id, from: 0, until: Number.MAX_SAFE_INTEGER };
  const wanted = (search.get("q") ?? "").toLowerCase();
  const readAtOnce = wanted === "" ? limit + 1 : SEARCHED_AT_ONCE;
  const found: LogEvent[] = [];
  let position = readBefore(search);
  for (let seen = 0; seen < LOOKED_THROUGH && found.length <= limit; seen += readAtOnce) {
    const page = store.logEvents.page(range, "newest-first", position, readAtOnce);
    found.push(...page.filter(({ message }) => message.toLowerCase().includes(wanted)));
    position = page.length < readAtOnce ? undefined : page.at(-1);
    if (!position) break;
  }
  const events = found.slice(0, limit);
  const next = found.length > limit ? events.at(-1) : position;
  return { events: events.map(shown), ...(next && { nextBefore: `${next.at}.${next.id}` }) };
}

function shown({ id, at, ingestedAt, streamName, message }: LogEvent) {
  return {
    id: String(id),
    date: new Date(at).toISOString(),
    ingestedAt: new Date(ingestedAt).toISOString(),
    stream: streamName,
    message,
  };
}

function readBefore(search: URLSearchParams): LogPosition | undefined {
  const before = search.get("before");
  if (before === null) return undefined;
  const [, at, id] = /^(\d{1,15})\.(\d{1,15})$/.exec(before) ?? [];
  if (at === undefined) throw new ControlError(400, "before must be the nextBefore of an earlier answer.");
  return { at: Number(at), id: Number(id) };
}
