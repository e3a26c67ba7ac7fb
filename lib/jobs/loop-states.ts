import "server-only";

export type LoopFailure = { message: string; requestId: string | undefined; since: Date; times: number };

/** How a background loop of this process is doing. */
export type LoopState = {
  name: string;
  /** Whether this process has the lease; if not, another one does the work. */
  isHolder: boolean;
  /** When the step that runs now began; null between steps. */
  busySince: Date | null;
  /** When a step last came to its end, and well. */
  lastRunAt: Date | null;
  /** Set while the latest step failed. */
  failure: LoopFailure | null;
};

const g = globalThis as unknown as { proactiveNotificationsLoops?: Map<string, LoopState> };

/** On globalThis, because the start-up, which runs the loops, and the routes are separate bundles. */
function states(): Map<string, LoopState> {
  g.proactiveNotificationsLoops ??= new Map();
  return g.proactiveNotificationsLoops;
}

/** Begins to keep the state of a loop; the loop itself changes what is returned. */
export function trackLoop(name: string): LoopState {
  const state: LoopState = { name, isHolder: false, busySince: null, lastRunAt: null, failure: null };
  states().set(name, state);
  return state;
}

/** Forgets a loop that has ended, unless another of its name has begun. */
export function forgetLoop(state: LoopState) {
  if (states().get(state.name) === state) states().delete(state.name);
}

/** The loops of this process by name. */
export function listLoops(): LoopState[] {
  return [...states().values()].sort((a, b) => a.name.localeCompare(b.name, "en"));
}
