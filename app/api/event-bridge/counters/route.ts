import { defineConsoleRoute } from "@/lib/actions/define-console-route";
import { freshJson } from "@/lib/actions/define-topic-route";
import { EVENT_BRIDGE_TARGET } from "@/lib/forwards/constants";
import { summarizeForwards } from "@/lib/forwards/queries";

/** How many notifications were forwarded, wait, and were parked. */
export const GET = defineConsoleRoute("console:read", () =>
  freshJson(summarizeForwards(EVENT_BRIDGE_TARGET)),
);
