import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toCli } from "./cli.ts";
import { toCloudFormation } from "./cloudformation.ts";
import type { Exported } from "./exported.ts";
import { fromJson, toJson } from "./json.ts";
import { toTerraform } from "./terraform.ts";

const topicArn = "arn:aws:sns:eu-west-1:123456789012:Notifications";
const one = (change: Partial<Exported> = {}): Exported => ({
  protocol: "email",
  endpoint: "security@example.com",
  filterPolicy: '{"notificationType":["scanResult"],"scanResult":["Infected"]}',
  filterKnown: true,
  filterPolicyScope: "MessageAttributes",
  rawDelivery: false,
  deadLetterQueueArn: null,
  subscriptionRoleArn: null,
  arn: `${topicArn}:0f5a5f0c-0000-4000-8000-000000000000`,
  ...change,
});

describe("Terraform", () => {
  test("holds everything AWS needs, and imports what exists", () => {
    expect(
      toTerraform(topicArn, [one()]),
    ).toBe(`resource "aws_sns_topic_subscription" "email_security_example_com" {
  topic_arn           = "${topicArn}"
  protocol            = "email"
  endpoint            = "security@example.com"
  filter_policy       = jsonencode({"notificationType":["scanResult"],"scanResult":["Infected"]})
  filter_policy_scope = "MessageAttributes"
}

import {
  to = aws_sns_topic_subscription.email_security_example_com
  id = "${topicArn}:0f5a5f0c-0000-4000-8000-000000000000"
}
`);
  });

  test("imports nothing that has no ARN yet", () => {
    expect(toTerraform(topicArn, [one({ arn: null })])).not.toContain("import");
  });

  test("cannot be made to evaluate what an endpoint or a value holds", () => {
    const text = toTerraform(topicArn, [
      one({
        protocol: "https",
        endpoint: `https://x/"${"$"}{file("/etc/passwd")}%{if true}`,
        filterPolicy: `{"key":["${"$"}{a}"]}`,
      }),
    ]);
    expect(text.match(/(?<!\$)\$\{|(?<!%)%\{/g)).toBeNull();
  });

  test("names two that come out alike apart", () => {
    const text = toTerraform(topicArn, [
      one({ endpoint: "a.b@example.com" }),
      one({ endpoint: "a-b@example.com" }),
    ]);
    const names = [...text.matchAll(/^resource "\S+" "(\w+)"/gm)].map((match) => match[1]);
    expect(new Set(names).size).toBe(2);
  });
});

describe("CloudFormation", () => {
  test("is a template whose resources carry the whole subscription", () => {
    const queue = "arn:aws:sqs:eu-west-1:123456789012:dead";
    const template = JSON.parse(
      toCloudFormation(topicArn, [
        one({
          protocol: "https",
          endpoint: "https://x.example",
          rawDelivery: true,
          deadLetterQueueArn: queue,
        }),
      ]),
    );
    expect(template.Resources.HttpsHttpsXExample).toEqual({
      Type: "AWS::SNS::Subscription",
      Properties: {
        TopicArn: topicArn,
        Protocol: "https",
        Endpoint: "https://x.example",
        FilterPolicy: { notificationType: ["scanResult"], scanResult: ["Infected"] },
        FilterPolicyScope: "MessageAttributes",
        RawMessageDelivery: true,
        RedrivePolicy: { deadLetterTargetArn: queue },
      },
    });
  });
});

describe("AWS CLI", () => {
  test("survives a real shell, whatever the endpoint and the policy hold", () => {
    const endpoint = `https://x.example/'; echo owned; $(id) \`id\` "\\`;
    const policy = JSON.stringify({ key: ["it's", "$HOME", "a\\b"] });
    const script = toCli(topicArn, [one({ protocol: "https", endpoint, filterPolicy: policy })]);
    // `aws` becomes a function that prints what it was given, an argument a line
    const out = execFileSync("sh", ["-c", `aws() { printf '%s\\n' "$@"; }\n${script}`], { encoding: "utf8" });
    const given = out.trimEnd().split("\n");
    expect(given[given.indexOf("--notification-endpoint") + 1]).toBe(endpoint);
    const attributes = JSON.parse(given[given.indexOf("--attributes") + 1] ?? "");
    expect(attributes.FilterPolicy).toBe(policy);
    expect(given).not.toContain("owned");
  });
});

describe("JSON", () => {
  test("reads back exactly what was written", () => {
    const arbitrary = fc.record({
      protocol: fc.constantFrom("email" as const, "sqs" as const, "https" as const),
      endpoint: fc.string({ minLength: 1 }).map((text) => `x${text.trim()}`),
      filterPolicy: fc.option(
        fc
          .dictionary(
            fc.string().filter((key) => key !== "__proto__"),
            fc.array(fc.string(), { minLength: 1 }),
          )
          .map((p) => JSON.stringify(p)),
      ),
      filterKnown: fc.boolean(),
      filterPolicyScope: fc.constantFrom("MessageAttributes" as const, "MessageBody" as const),
      rawDelivery: fc.boolean(),
      deadLetterQueueArn: fc.option(fc.string()),
      subscriptionRoleArn: fc.option(fc.string()),
      arn: fc.option(fc.string()),
    });
    fc.assert(
      fc.property(fc.array(arbitrary, { maxLength: 5 }), (list) => {
        expect(fromJson(toJson(topicArn, list))).toEqual({ ok: true, topicArn, list });
      }),
    );
  });

  test("names every problem with its place", () => {
    const text = JSON.stringify({
      format: "proactive-notifications/subscriptions/1",
      topicArn,
      subscriptions: [
        { protocol: "Email", endpoint: "" },
        { protocol: "sqs", endpoint: "q", filterPolicy: "x" },
      ],
    });
    const read = fromJson(text);
    expect(read.ok ? [] : read.issues.map(({ path }) => path)).toEqual([
      "subscriptions.0.protocol",
      "subscriptions.0.endpoint",
      "subscriptions.1.filterPolicy",
    ]);
    expect(fromJson("{")).toMatchObject({
      ok: false,
      issues: [{ message: expect.stringMatching(/^This is not JSON: /) }],
    });
    expect(fromJson("[]")).toMatchObject({ ok: false });
  });
});

describe("a filter that is not known", () => {
  const unknown = one({ filterKnown: false, filterPolicy: null });

  test("is flagged in every format, so that nobody takes its absence for every message", () => {
    expect(toTerraform(topicArn, [unknown])).toMatch(/^# The filter .* not known here/);
    expect(toCli(topicArn, [unknown])).toContain("# The filter of this subscription is not known here");
    expect(toCloudFormation(topicArn, [unknown])).toContain("not known here");
    expect(JSON.parse(toJson(topicArn, [unknown])).subscriptions[0]).toMatchObject({ filterKnown: false });
  });
});
