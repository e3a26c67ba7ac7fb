import "server-only";
import { constants } from "node:os";

const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/**
 * Lets `finish` come to its end before anything else answers a signal to stop. Next ends the process as soon as its
 * answers are out, which is too soon for a batch in hand: its listeners are held back until then. Without others the
 * process ends here. A second signal changes nothing; whoever is in a hurry kills.
 */
export function finishOnSignal(finish: () => Promise<void>) {
  const others = new Map(SIGNALS.map((signal) => [signal, process.listeners(signal)]));
  let isStopping = false;
  for (const signal of SIGNALS) {
    process.removeAllListeners(signal);
    process.on(signal, async () => {
      if (isStopping) return;
      isStopping = true;
      await finish();
      const listeners = others.get(signal) ?? [];
      if (listeners.length === 0) process.exit(128 + constants.signals[signal]);
      for (const listener of listeners) listener(signal);
    });
  }
}
