import "server-only";
import { getDb } from "@/db/client";
import { recordAudit } from "@/lib/audit/service";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/errors";
import { countWaiting } from "@/lib/forwards/queries";
import { type Channel, getChannel } from "../queries.ts";
import { audited, noTrouble, updateChannel } from "./store.ts";
import { openSecrets } from "./vault.ts";

type Switched = { name: string; waiting: number };

/**
 * Switches a channel on. What waits for it goes first.
 * @throws AppError "not_found", or "conflict" when its address cannot be decrypted any more.
 */
export function switchOn({ actor, id }: { actor: Actor; id: string }): Switched {
  if (!openSecrets(getChannel(id)))
    throw new AppError(
      "conflict",
      "Its webhook URL was encrypted with a key that the console no longer has. Edit the channel and enter the URL again.",
    );
  return change({ actor, id, state: "on", action: "channel.switch-on" });
}

/** Switches a channel off. What waits for it stays; what comes meanwhile is not for it. @throws AppError "not_found". */
export function switchOff({ actor, id }: { actor: Actor; id: string }): Switched {
  return change({ actor, id, state: "paused", action: "channel.switch-off" });
}

function change({
  actor,
  id,
  state,
  action,
}: {
  actor: Actor;
  id: string;
  state: Exclude<Channel["state"], "broken">;
  action: "channel.switch-on" | "channel.switch-off";
}): Switched {
  return getDb().transaction((tx) => {
    const before = getChannel(id);
    const told = { name: before.name, waiting: countWaiting(id) };
    if (before.state === state) return told;
    const stateReason = state === "paused" ? `Switched off by ${actor.name}.` : null;
    const after = updateChannel(tx, before, { state, stateReason, stateSince: new Date(), ...noTrouble });
    recordAudit(tx, { actor, action, subject: after, before: audited(before), after: audited(after) });
    return told;
  });
}
