import type { ProductId } from "@/lib/catalog";
import type { Sample } from "@/lib/catalog/samples/index";
import { type JudgedSamples, judgeSamples } from "@/lib/catalog/samples/judge-samples";
import type { FilterPolicy } from "@/lib/filter-policy";
import { type EventPattern, matchEventPattern } from "@/lib/filter-policy/event-pattern";
import { eventEnvelope } from "./event-envelope.ts";
import { toEvent } from "./to-event.ts";

type TopicPlace = { arn: string; region: string; accountId: string };

const ANY_ID = "7bf73129-1428-4cd3-a780-95db273d1602";
const ANY_TIME = new Date("2026-11-20T08:15:42.123Z");

/** The event that would carry a sample message of the topic. */
export function sampleEvent({ arn, region, accountId }: TopicPlace, sample: Sample) {
  const event = toEvent({ ...sample, topicArn: arn, publishedAt: ANY_TIME });
  return eventEnvelope(event, { account: accountId, region, id: ANY_ID });
}

/** Which sample messages a pattern would let through, had they happened where the filter it was made of asks for. */
export function judgePattern(
  topic: TopicPlace & { products: readonly ProductId[] },
  policy: FilterPolicy,
  pattern: EventPattern,
): JudgedSamples {
  return judgeSamples(topic.products, policy, (sample) =>
    matchEventPattern(pattern, sampleEvent(topic, sample)),
  );
}
