import {
  CloudWatchLogsClient,
  DeleteResourcePolicyCommand,
  DescribeResourcePoliciesCommand,
  PutResourcePolicyCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import { expect, test } from "vitest";
import { refusalOf, withLocalAws } from "../testing.ts";

const aws = withLocalAws();
const logs = () => aws.client(CloudWatchLogsClient);

const policyDocument = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Principal: { Service: "events.amazonaws.com" },
      Action: "logs:PutLogEvents",
      Resource: "*",
    },
  ],
});
const put = (policyName: string, document = policyDocument) =>
  logs().send(new PutResourcePolicyCommand({ policyName, policyDocument: document }));

test("policies are put, replaced, listed and deleted", async () => {
  const { resourcePolicy } = await put("one");
  expect(resourcePolicy).toEqual({
    policyName: "one",
    policyDocument,
    lastUpdatedTime: expect.any(Number),
    policyScope: "ACCOUNT",
  });
  const other = policyDocument.replace("events", "route53");
  await put("one", other);
  const { resourcePolicies } = await logs().send(new DescribeResourcePoliciesCommand({}));
  expect(resourcePolicies?.map((policy) => [policy.policyName, policy.policyDocument])).toEqual([
    ["one", other],
  ]);
  await logs().send(new DeleteResourcePolicyCommand({ policyName: "one" }));
  expect(await refusalOf(logs().send(new DeleteResourcePolicyCommand({ policyName: "one" })))).toEqual({
    name: "ResourceNotFoundException",
    message: "Policy with name [one] does not exist.",
    status: 400,
  });
});

test("a region holds ten, which can still be replaced", async () => {
  for (let n = 0; n < 10; n += 1) await put(`policy-${n}`);
  expect(await refusalOf(put("policy-10"))).toEqual({
    name: "LimitExceededException",
    message: "Resource limit exceeded.",
    status: 400,
  });
  await put("policy-9", policyDocument);
});

test.each(["{", "5", '{"Version":"2012-10-17"}'])("the document %s is refused", async (document) => {
  expect(await refusalOf(put("bad", document))).toMatchObject({
    name: "InvalidParameterException",
    status: 400,
  });
});
