import type { JsonOperation, JsonService } from "../json-service.ts";
import { createEventBus, deleteEventBus, describeEventBus, listEventBuses } from "./buses.ts";
import { putEvents } from "./put-events.ts";
import {
  deleteRule,
  describeRule,
  disableRule,
  enableRule,
  listRuleNamesByTarget,
  listRules,
  putRule,
} from "./rules.ts";
import { listTagsForResource, tagResource, untagResource } from "./tags.ts";
import { listTargetsByRule, putTargets, removeTargets } from "./targets.ts";
import { testEventPattern } from "./test-event-pattern.ts";

/** EventBridge. https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Operations.html */
export const EVENTS: JsonService = {
  target: "AWSEvents",
  version: "1.1",
  signingName: "events",
  operations: new Map(
    Object.entries<JsonOperation>({
      CreateEventBus: createEventBus,
      DeleteEventBus: deleteEventBus,
      DeleteRule: deleteRule,
      DescribeEventBus: describeEventBus,
      DescribeRule: describeRule,
      DisableRule: disableRule,
      EnableRule: enableRule,
      ListEventBuses: listEventBuses,
      ListRuleNamesByTarget: listRuleNamesByTarget,
      ListRules: listRules,
      ListTagsForResource: listTagsForResource,
      ListTargetsByRule: listTargetsByRule,
      PutEvents: putEvents,
      PutRule: putRule,
      PutTargets: putTargets,
      RemoveTargets: removeTargets,
      TagResource: tagResource,
      TestEventPattern: testEventPattern,
      UntagResource: untagResource,
    }),
  ),
};
