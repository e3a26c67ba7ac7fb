import { defineTopicRoute, freshJson } from "@/lib/actions/define-topic-route";
import { NEWS_COUNTED, type News } from "@/lib/notifications/constants";
import { positionOf } from "@/lib/notifications/position";
import { countNewer } from "@/lib/notifications/queries";
import { historyQuerySchema } from "@/lib/notifications/schema";

/** How many messages that a view of the history would show are newer than `after`: what an open list polls. */
export const GET = defineTopicRoute("console:read", ({ topic, request }) => {
  const { searchParams } = new URL(request.url);
  const params = Object.fromEntries(
    [...searchParams.keys()].map((name) => [name, searchParams.getAll(name)]),
  );
  const first = (name: string) => searchParams.get(name) ?? undefined;
  const texts = ["view", "q", "from", "to", "after"] as const;
  const query = historyQuerySchema.parse({
    ...params,
    ...Object.fromEntries(texts.map((name) => [name, first(name)])),
  });
  const newest = positionOf(query.after) ?? { publishedAt: 0, id: 0 };
  return freshJson({ count: countNewer(topic.id, query, newest, NEWS_COUNTED) } satisfies News);
});
