import type { Clock } from "./clock.ts";
import type { MailRate } from "./fan-out/mail-rate.ts";
import type { Links } from "./links.ts";
import type { Signer } from "./signing/signer.ts";
import type { Store } from "./store/store.ts";
import type { Change } from "./store/subscriptions.ts";

/** What the operations work with: one account, its state and its time. */
export interface LocalAws {
  account: string;
  /** Region of the topics made at first start. */
  region: string;
  clock: Clock;
  store: Store;
  signer: Signer;
  links: Links;
  mailRate: MailRate;
}

/** The moment reads show: now, or earlier while changes are made to appear late. */
export function visibleMoment({ clock, store }: LocalAws): number {
  return clock.now() - store.settings.get("visibilityDelayMs");
}

/** The stamp a write carries. */
export function changeNow({ clock, store }: LocalAws): Change {
  return { now: clock.now(), keepPast: store.settings.get("visibilityDelayMs") > 0 };
}

/**
 * Does one request's work: all of its writes are kept, or none when it throws. What is past its time is taken away
 * first, which is how subscriptions expire: there are no timers.
 */
export function atomically<T>(aws: LocalAws, work: () => T): T {
  return aws.store.transaction(() => {
    aws.store.subscriptions.sweep(aws.clock.now(), visibleMoment(aws));
    return work();
  });
}
