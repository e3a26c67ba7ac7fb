import { badRequest, defineTopicRoute, freshJson } from "@/lib/actions/define-topic-route";
import { findByEndpoint } from "@/lib/subscriptions/queries";
import { endpointUseSchema } from "@/lib/subscriptions/schema";

/** Which subscription holds an endpoint already, for the wizard to say so while it is being typed. */
export const GET = defineTopicRoute("console:read", ({ topic, request }) => {
  const asked = endpointUseSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return badRequest();
  const found = findByEndpoint(topic.id, asked.data.protocol, asked.data.endpoint);
  // a lost one gives way to a new one, and what is being created is for the service to judge
  if (!found || found.status === "lost" || found.status === "creating") return freshJson({ takenBy: null });
  const { id, status, typesText, summary } = found;
  return freshJson({ takenBy: { id, status, typesText, summary } });
});
