import { logGroupArnOf, logGroupNameOf, parseArn } from "../arn.ts";
import type { LocalAws } from "../local-aws.ts";
import { policyAllows } from "../resource-policy.ts";

/** Who writes for EventBridge; a policy that names one of the two lets it. */
const WRITERS = ["events.amazonaws.com", "delivery.logs.amazonaws.com"];
const ACTIONS = ["logs:CreateLogStream", "logs:PutLogEvents"];

interface Parcel {
  groupArn: string;
  streamName: string;
  message: string;
  at: number;
  /** The rule it is written for. */
  sourceArn: string;
}

/**
 * Writes an event into a log group for EventBridge. Needs the group, and a resource policy of its region that lets
 * EventBridge make a stream and write to it. Returns why nothing was written, or null.
 */
export function writeForEvents(aws: LocalAws, parcel: Parcel): string | null {
  const name = logGroupNameOf(parcel.groupArn);
  const region = parseArn(parcel.groupArn)?.region ?? "";
  const group = name === null ? undefined : aws.store.logGroups.find(region, name);
  if (!group) return "The log group does not exist.";
  if (!isAllowed(aws, region, group.name, parcel))
    return "No resource policy lets EventBridge write to this log group.";
  const now = aws.clock.now();
  const stream =
    aws.store.logStreams.find(group.id, parcel.streamName) ??
    aws.store.logStreams.insert(group.id, parcel.streamName, now);
  aws.store.logEvents.append(group, stream, [{ at: parcel.at, message: parcel.message }], now);
  return null;
}

function isAllowed(aws: LocalAws, region: string, groupName: string, parcel: Parcel): boolean {
  const resource = `${logGroupArnOf(region, aws.account, groupName)}:log-stream:${parcel.streamName}`;
  const documents = aws.store.logPolicies.list(region).map(({ document }) => document);
  return ACTIONS.every((action) =>
    WRITERS.some((service) =>
      documents.some((document) =>
        policyAllows(document, {
          service,
          action,
          resource,
          sourceArn: parcel.sourceArn,
          sourceAccount: aws.account,
        }),
      ),
    ),
  );
}
