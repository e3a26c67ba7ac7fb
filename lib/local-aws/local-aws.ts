import type { Clock } from "./clock.ts";
import type { MailRate } from "./fan-out/mail-rate.ts";
import type { Links } from "./links.ts";
import type { Signer } from "./signing/signer.ts";
import type { Arrivals } from "./sqs/arrivals.ts";
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
  arrivals: Arrivals;
}

/** The stamp a write carries: reads show it now, or later while changes are made to appear late. */
export function changeNow({ clock, store }: LocalAws): Change {
  const delayMs = store.settings.get("visibilityDelayMs");
  return { at: clock.now() + delayMs, late: delayMs > 0 };
}

/**
 * Does one request's work: all of its writes are kept, or none when it throws. What is past its time is taken away
 * first, which is how subscriptions expire: there are no timers.
 */
export function atomically<T>(aws: LocalAws, work: () => T): T {
  return aws.store.transaction(() => {
    aws.store.subscriptions.sweep(aws.clock.now());
    return work();
  });
}
