import type { DeliveryState, RunKind, RunState } from "./constants.ts";

/** A delivery as JSON carries it to the page. */
export type DeliveryView = {
  id: string;
  recipient: string;
  state: DeliveryState;
  attempts: number;
  /** When it was sent, or last tried; null before the first try. */
  at: string | null;
  error: string | null;
  requestId: string | null;
};

/** A run as JSON carries it to the page. */
export type RunView = {
  id: string;
  day: string;
  firstDay: string;
  zone: string;
  kind: RunKind;
  state: RunState;
  dueAt: string;
  subject: string | null;
  note: string | null;
  deliveries: DeliveryView[];
};
