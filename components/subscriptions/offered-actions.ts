import type { Status } from "@/lib/subscriptions/constants";

export type RowAction = "edit" | "resend" | "confirm" | "add-again" | "delete" | "remove";
type Offered = { action: RowAction; disabledReason?: string };

const unanswered = "AWS has not answered yet. Refresh the list first.";

/** What a row's menu offers in each status, the destructive one last. */
export function offeredActions(status: Status): Offered[] {
  switch (status) {
    case "creating":
      return [
        { action: "edit", disabledReason: unanswered },
        { action: "delete", disabledReason: unanswered },
      ];
    case "pending":
      return [{ action: "edit" }, { action: "resend" }, { action: "confirm" }, { action: "delete" }];
    case "confirmed":
      return [{ action: "edit" }, { action: "delete" }];
    case "deleted":
      return [
        {
          action: "add-again",
          disabledReason: "AWS refuses an endpoint that unsubscribed, for up to 72 hours.",
        },
        { action: "remove" },
      ];
    case "lost":
      return [{ action: "add-again" }, { action: "remove" }];
    case "removed":
      return [];
    default:
      return status satisfies never;
  }
}
