import { logGroupArnOf } from "../arn.ts";
import type { JsonOperation } from "../json-service.ts";
import type { LogGroup } from "../store/log-groups.ts";
import type { JsonInput } from "../wire/json-input.ts";
import { pageOf } from "../wire/page-of.ts";
import { alreadyExists, constraints, invalidParameter, invalidToken } from "./errors.ts";
import { readGroupName, requireGroup } from "./find.ts";

const CLASSES = ["STANDARD", "INFREQUENT_ACCESS", "DELIVERY"] as const;
const MAX_PAGE = 50;

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const RETENTION_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

export const createLogGroup: JsonOperation = ({ store, clock }, { input, region }) => {
  const name = readGroupName(input);
  const logClass = constraints.oneOf(input.text("logGroupClass") ?? "STANDARD", "logGroupClass", CLASSES);
  if (store.logGroups.find(region, name)) throw alreadyExists("group");
  const tags = Object.fromEntries(input.textMap("tags") ?? []);
  store.logGroups.insert({ region, name, class: logClass, tags, createdAt: clock.now() });
  return {};
};

export const deleteLogGroup: JsonOperation = (aws, { input, region }) => {
  aws.store.logGroups.remove(requireGroup(aws, region, readGroupName(input)).id);
  return {};
};

export const describeLogGroups: JsonOperation = ({ store, account }, { input, region }) => {
  const matches = readNameFilter(input);
  const limit = constraints.number(input.integer("limit") ?? MAX_PAGE, "limit", { min: 1, max: MAX_PAGE });
  const groups = store.logGroups.list(region).filter(({ name }) => matches(name));
  const page = pageOf(groups, {
    limit,
    token: input.text("nextToken"),
    listing: "log groups",
    refuseToken: invalidToken,
  });
  return {
    logGroups: page.items.map((group) => describe(group, account)),
    ...(page.next === undefined ? {} : { nextToken: page.next }),
  };
};

function readNameFilter(input: JsonInput): (name: string) => boolean {
  const prefix = input.text("logGroupNamePrefix");
  const pattern = input.text("logGroupNamePattern")?.toLowerCase();
  if (prefix !== undefined && pattern !== undefined)
    throw invalidParameter(
      "LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.",
    );
  if (pattern !== undefined) return (name) => name.toLowerCase().includes(pattern);
  return (name) => name.startsWith(prefix ?? "");
}

function describe(group: LogGroup, account: string) {
  const arn = logGroupArnOf(group.region, account, group.name);
  return {
    logGroupName: group.name,
    creationTime: group.createdAt,
    ...(group.retentionDays === null ? {} : { retentionInDays: group.retentionDays }),
    metricFilterCount: 0,
    arn: `${arn}:*`,
    storedBytes: group.storedBytes,
    logGroupClass: group.class,
    logGroupArn: arn,
    deletionProtectionEnabled: false,
  };
}

export const putRetentionPolicy: JsonOperation = (aws, { input, region }) => {
  const group = requireGroup(aws, region, readGroupName(input));
  const days = constraints.need(input.integer("retentionInDays"), "retentionInDays");
  constraints.oneOf(String(days), "retentionInDays", RETENTION_DAYS.map(String));
  aws.store.logGroups.save({ ...group, retentionDays: days });
  return {};
};

export const deleteRetentionPolicy: JsonOperation = (aws, { input, region }) => {
  const group = requireGroup(aws, region, readGroupName(input));
  aws.store.logGroups.save({ ...group, retentionDays: null });
  return {};
};
