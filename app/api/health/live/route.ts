import { definePublicRoute } from "@/lib/actions/define-public-route";
import { freshJson } from "@/lib/actions/define-topic-route";

export const dynamic = "force-dynamic";

/** Whether the process answers at all: if it does not, restarting it helps. */
export const GET = definePublicRoute({
  name: "health.live",
  openBecause: "It tells nothing.",
  handle: () => freshJson({ status: "ok" }),
});
