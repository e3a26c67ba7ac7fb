import type { LogOrder, LogPosition } from "../store/log-events.ts";
import { invalidToken } from "./errors.ts";

/** Where to go on reading: `f` for later events, `b` for earlier ones. */
export interface EventToken {
  order: LogOrder;
  /** undefined where nothing was read yet. */
  after: LogPosition | undefined;
}

export function writeToken({ order, after }: EventToken): string {
  const direction = order === "oldest-first" ? "f" : "b";
  return `${direction}/${after ? `${after.at}.${after.id}` : "start"}`;
}

/** @throws AwsError for what `writeToken` did not write. */
export function readToken(text: string): EventToken {
  const match = /^([fb])\/(?:start|(\d{1,15})\.(\d{1,15}))$/.exec(text);
  if (!match) throw invalidToken();
  const [, direction, at, id] = match;
  return {
    order: direction === "f" ? "oldest-first" : "newest-first",
    after: at === undefined ? undefined : { at: Number(at), id: Number(id) },
  };
}
