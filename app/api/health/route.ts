import { definePublicRoute } from "@/lib/actions/define-public-route";
import { freshJson } from "@/lib/actions/define-topic-route";
import { type Health, readHealth } from "@/lib/jobs/health";

export const dynamic = "force-dynamic";

/**
 * Whether the console can answer: 503 when its database does not. What fails in the background is told, and is no reason
 * to send people elsewhere: the status is 200 then too.
 */
export const GET = definePublicRoute({
  name: "health",
  openBecause: "It tells states of jobs, without names, addresses or messages.",
  handle: () => {
    const health = healthOrNull();
    return health ? freshJson(health) : Response.json({ status: "unavailable" }, { status: 503 });
  },
});

function healthOrNull(): Health | null {
  try {
    return readHealth();
  } catch {
    return null;
  }
}
