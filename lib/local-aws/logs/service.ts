import type { JsonOperation, JsonService } from "../json-service.ts";
import { filterLogEvents } from "./filter-events.ts";
import { getLogEvents } from "./get-events.ts";
import {
  createLogGroup,
  deleteLogGroup,
  deleteRetentionPolicy,
  describeLogGroups,
  putRetentionPolicy,
} from "./groups.ts";
import { deleteResourcePolicy, describeResourcePolicies, putResourcePolicy } from "./policies.ts";
import { putLogEvents } from "./put-events.ts";
import { createLogStream, describeLogStreams } from "./streams.ts";
import { listTagsForResource, tagResource, untagResource } from "./tags.ts";

/** CloudWatch Logs. https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/ */
export const LOGS: JsonService = {
  target: "Logs_20140328",
  version: "1.1",
  signingName: "logs",
  operations: new Map(
    Object.entries<JsonOperation>({
      CreateLogGroup: createLogGroup,
      CreateLogStream: createLogStream,
      DeleteLogGroup: deleteLogGroup,
      DeleteResourcePolicy: deleteResourcePolicy,
      DeleteRetentionPolicy: deleteRetentionPolicy,
      DescribeLogGroups: describeLogGroups,
      DescribeLogStreams: describeLogStreams,
      DescribeResourcePolicies: describeResourcePolicies,
      FilterLogEvents: filterLogEvents,
      GetLogEvents: getLogEvents,
      ListTagsForResource: listTagsForResource,
      PutLogEvents: putLogEvents,
      PutResourcePolicy: putResourcePolicy,
      PutRetentionPolicy: putRetentionPolicy,
      TagResource: tagResource,
      UntagResource: untagResource,
    }),
  ),
};
