import { badRequest, defineTopicRoute, freshJson } from "@/lib/actions/define-topic-route";
import { findFilterInForce } from "@/lib/backtest/queries";
import { tryFilter } from "@/lib/backtest/try-filter";
import { readPolicy } from "@/lib/subscriptions/receivers";
import { proposedFilterSchema } from "@/lib/subscriptions/schema";

/**
 * What a filter that is being made would have let pass in the last days, and what of today's it would stop; null for
 * what is no filter policy. Asked with POST, because a filter can be longer than an address may be.
 */
export const POST = defineTopicRoute("console:read", async ({ topic, request }) => {
  const asked = proposedFilterSchema.safeParse(await request.json().catch(() => undefined));
  if (!asked.success) return badRequest();
  const { id, policy, scope } = asked.data;
  const proposed = readPolicy(policy, scope);
  if (proposed === undefined) return freshJson(null);
  const inForce = id === null ? undefined : findFilterInForce(topic.id, id);
  const present = inForce && readPolicy(inForce.policy, inForce.scope);
  return freshJson(await tryFilter(topic.id, { proposed, present }));
});
