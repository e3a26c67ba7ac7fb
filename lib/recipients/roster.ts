import "server-only";
import { type Db, getDb } from "@/db/client";
import { revisionOf as subscriptionsRevision } from "@/lib/subscriptions/queries";
import { channelRecipientsRevision } from "./channels.ts";
import { KEPT_TOPICS } from "./constants.ts";
import { type Roster, rosterInSteps } from "./read-roster.ts";

type Making = { revision: string; steps: Generator<undefined, Roster> };
type Kept = { rosters: Map<string, Roster>; makings: Map<string, Making> };

// on globalThis, because the jobs that prepare rosters and the pages that ask them are separate bundles
const g = globalThis as unknown as { proactiveNotificationsRosters?: WeakMap<Db, Kept> };

function keptRosters(): Kept {
  g.proactiveNotificationsRosters ??= new WeakMap();
  const kept = g.proactiveNotificationsRosters.get(getDb()) ?? { rosters: new Map(), makings: new Map() };
  g.proactiveNotificationsRosters.set(getDb(), kept);
  return kept;
}

function revisionOf(topicId: string): string {
  return `${subscriptionsRevision(topicId)} ${channelRecipientsRevision(topicId)}`;
}

/** The topic's roster as of now: read anew only when a subscription or a channel has changed since the last time. */
export function rosterOf(topicId: string): Roster {
  const { rosters } = keptRosters();
  const revision = revisionOf(topicId);
  const last = rosters.get(topicId);
  const roster = last?.revision === revision ? last : finish(topicId, makingOf(topicId, revision));
  keep(topicId, roster);
  return roster;
}

const SLICE_MS = 8;

/** Makes a topic's roster ready, in slices that hold up nobody; whoever asks meanwhile goes on from where it is. */
export async function prepareRoster(topicId: string): Promise<void> {
  const revision = revisionOf(topicId);
  if (keptRosters().rosters.get(topicId)?.revision === revision) return;
  const making = makingOf(topicId, revision);
  for (;;) {
    const until = performance.now() + SLICE_MS;
    while (performance.now() < until) {
      const step = advance(topicId, making);
      if (!step.done) continue;
      // without a value when somebody who asked has finished it
      if (step.value) keep(topicId, step.value);
      return;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function makingOf(topicId: string, revision: string): Making {
  const { rosters, makings } = keptRosters();
  const begun = makings.get(topicId);
  if (begun?.revision === revision) return begun;
  const making = { revision, steps: rosterInSteps(topicId, revision, rosters.get(topicId)) };
  makings.set(topicId, making);
  return making;
}

function finish(topicId: string, making: Making): Roster {
  for (;;) {
    const step = advance(topicId, making);
    if (step.done) return step.value;
  }
}

/** One that fails is not gone on with. */
function advance(topicId: string, { steps }: Making): IteratorResult<undefined, Roster> {
  try {
    return steps.next();
  } catch (error) {
    keptRosters().makings.delete(topicId);
    throw error;
  }
}

function keep(topicId: string, roster: Roster): void {
  const { rosters, makings } = keptRosters();
  makings.delete(topicId);
  rosters.delete(topicId);
  rosters.set(topicId, roster);
  for (const oldest of rosters.keys()) {
    if (rosters.size <= KEPT_TOPICS) break;
    rosters.delete(oldest);
  }
}
