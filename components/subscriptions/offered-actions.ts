import type { SubscriptionView } from "@/lib/subscriptions/loaders";

export type RowAction =
  | "edit"
  | "why"
  | "repair"
  | "pause"
  | "resume"
  | "resend"
  | "confirm"
  | "add-again"
  | "export"
  | "pattern"
  | "delete"
  | "remove";
export type Offered = { action: RowAction; disabledReason?: string };

const unanswered = "AWS has not answered yet. Refresh the list first.";

type Row = Pick<SubscriptionView, "status" | "pausedAt" | "filterKind"> & {
  verdict: Pick<SubscriptionView["verdict"], "canRepair">;
};

/** What a row's menu offers in each state, the destructive one last. */
export function offeredActions(row: Row): Offered[] {
  const { status } = row;
  switch (status) {
    case "creating":
      return [
        { action: "edit", disabledReason: unanswered },
        { action: "delete", disabledReason: unanswered },
      ];
    case "pending":
      return [
        { action: "edit" },
        verdictOf(row),
        { action: "resend" },
        { action: "confirm" },
        { action: "export" },
        { action: "pattern" },
        { action: "delete" },
      ];
    case "confirmed":
      return [
        { action: "edit" },
        verdictOf(row),
        pauseOf(row),
        { action: "export" },
        { action: "pattern" },
        { action: "delete" },
      ];
    case "deleted":
      return [
        {
          action: "add-again",
          disabledReason: "AWS refuses an endpoint that unsubscribed, for up to 72 hours.",
        },
        { action: "export" },
        { action: "remove" },
      ];
    case "lost":
      return [{ action: "add-again" }, { action: "export" }, { action: "remove" }];
    case "removed":
      return [];
    default:
      return status satisfies never;
  }
}

/** One dialog holds both the reasons and the repair; it is called by what one comes for. */
function verdictOf({ verdict }: Row): Offered {
  return { action: verdict.canRepair ? "repair" : "why" };
}

function pauseOf({ pausedAt, filterKind }: Row): Offered {
  if (pausedAt) return { action: "resume" };
  if (filterKind !== "unknown") return { action: "pause" };
  return { action: "pause", disabledReason: "Its filter has not been read from AWS yet." };
}
