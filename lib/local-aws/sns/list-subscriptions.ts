import type { LocalAws } from "../local-aws.ts";
import type { ListingScope, Subscription } from "../store/subscriptions.ts";
import type { QueryParameters } from "../wire/query.ts";
import { members, type Xml } from "../wire/xml.ts";
import { type Operation, requireTopic } from "./call.ts";
import { readPage } from "./paging.ts";

/** The subscriptions of the caller's region, 100 to a page. */
export const listSubscriptions: Operation = (aws, { parameters, region }) =>
  list(aws, parameters, `subscriptions ${region}`, { region });

/** The subscriptions of a topic, 100 to a page. */
export const listSubscriptionsByTopic: Operation = (aws, call) => {
  const { arn } = requireTopic(aws, call);
  return list(aws, call.parameters, `subscriptions ${arn}`, { topicArn: arn });
};

function list(aws: LocalAws, parameters: QueryParameters, listing: string, scope: ListingScope): Xml {
  const now = aws.clock.now();
  const page = readPage(parameters, listing, (after, size) =>
    aws.store.subscriptions.page(scope, after, size, now),
  );
  const render = (subscription: Subscription): Xml => [
    ["TopicArn", subscription.topicArn],
    ["Protocol", subscription.protocol],
    ["SubscriptionArn", listedArn(subscription)],
    ["Owner", aws.account],
    ["Endpoint", subscription.endpoint],
  ];
  return [["Subscriptions", members(page.items, render)], ...page.next];
}

/** Listings hide the ARN of what is not confirmed behind a literal. */
function listedArn({ arn, state }: Subscription): string {
  switch (state) {
    case "confirmed":
      return arn;
    case "pending":
      return "PendingConfirmation";
    case "deleted":
      return "Deleted";
    default:
      return state satisfies never;
  }
}
