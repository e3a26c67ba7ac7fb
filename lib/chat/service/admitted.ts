import "server-only";
import { type FilterableMessage, matchFilterPolicy } from "@/lib/filter-policy";
import { listChannelsIn, policyOf } from "../queries.ts";

/**
 * Which channels a message of a topic is for: those that are switched on and admit it. One that the console switched
 * off gets it too: it waits there until somebody switches it on again or discards it.
 */
export function channelsFor(): (topicId: string, message: FilterableMessage) => string[] {
  const channels = listChannelsIn(["on", "broken"]);
  return (topicId, message) =>
    channels
      .filter((channel) => channel.topicId === topicId && matchFilterPolicy(policyOf(channel), message))
      .map(({ id }) => id);
}
