import type { JsonOperation } from "../json-service.ts";
import type { LogPolicy } from "../store/log-policies.ts";
import { AwsError } from "../wire/errors.ts";
import { pageOf } from "../wire/page-of.ts";
import { constraints, invalidParameter, invalidToken } from "./errors.ts";

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html */
const MAX_POLICIES = 10;
const MAX_DOCUMENT = 5120;
const MAX_PAGE = 50;

export const putResourcePolicy: JsonOperation = ({ store, clock }, { input, region }) => {
  const name = constraints.need(input.text("policyName"), "policyName");
  const document = constraints.need(input.text("policyDocument"), "policyDocument");
  constraints.text(document, "policyDocument", { min: 1, max: MAX_DOCUMENT });
  if (!isPolicy(document)) throw invalidParameter("Policy document is not valid");
  const others = store.logPolicies.list(region).filter((policy) => policy.name !== name);
  if (others.length >= MAX_POLICIES)
    throw new AwsError("LimitExceededException", 400, "Resource limit exceeded.");
  const policy = { name, document, updatedAt: clock.now() };
  store.logPolicies.put(region, policy);
  return { resourcePolicy: shown(policy) };
};

export const describeResourcePolicies: JsonOperation = ({ store }, { input, region }) => {
  const limit = constraints.number(input.integer("limit") ?? MAX_PAGE, "limit", { min: 1, max: MAX_PAGE });
  const page = pageOf(store.logPolicies.list(region), {
    limit,
    token: input.text("nextToken"),
    listing: "policies",
    refuseToken: invalidToken,
  });
  return {
    resourcePolicies: page.items.map(shown),
    ...(page.next === undefined ? {} : { nextToken: page.next }),
  };
};

export const deleteResourcePolicy: JsonOperation = ({ store }, { input, region }) => {
  const name = constraints.need(input.text("policyName"), "policyName");
  if (store.logPolicies.remove(region, name)) return {};
  throw new AwsError("ResourceNotFoundException", 400, `Policy with name [${name}] does not exist.`);
};

function shown({ name, document, updatedAt }: LogPolicy) {
  return { policyName: name, policyDocument: document, lastUpdatedTime: updatedAt, policyScope: "ACCOUNT" };
}

function isPolicy(document: string): boolean {
  try {
    const policy: unknown = JSON.parse(document);
    return typeof policy === "object" && policy !== null && "Statement" in policy;
  } catch {
    return false;
  }
}
