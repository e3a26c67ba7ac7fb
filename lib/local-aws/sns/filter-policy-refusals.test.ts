import { SetSubscriptionAttributesCommand } from "@aws-sdk/client-sns";
import { describe, expect, test } from "vitest";
import { type Refusal, refusalOf, withLocalAws } from "../testing.ts";

const aws = withLocalAws();
const QUEUE = "arn:aws:sqs:us-east-1:123456789012:queue";
const keys = (count: number) =>
  JSON.stringify(Object.fromEntries([...Array(count)].map((_, n) => [`k${n}`, ["v"]])));
const values = (count: number) => JSON.stringify({ k: [...Array(count).keys()].map(String) });

const REFUSED: [policy: string, text: string][] = [
  ['{"key_a":"x"}', '"key_a" must be an object or an array'],
  ['{"k":[]}', "Empty arrays are not allowed"],
  ['{"k":[["v"]]}', "Match value must be String, number, true, false, or null"],
  ['{"k":[{"wrong-operator":true}]}', "Unrecognized match type wrong-operator"],
  ['{"k":[{"suffix":"a","prefix":"b"}]}', "Only one key allowed in match expression"],
  ['{"k":[{"suffix":100}]}', "suffix match pattern must be a string"],
  ['{"k":[{"cidr":["x"]}]}', "prefix match pattern must be a string"],
  ['{"k":[{"cidr":"bad-filter"}]}', "Malformed CIDR, one '/' required"],
  ['{"k":[{"cidr":"bad-/64filter"}]}', "Malformed CIDR, mask bits must be an integer"],
  ['{"k":[{"cidr":"xx.11.xx/8"}]}', "Nonstandard IP address: xx.11.xx"],
  ['{"k":[{"numeric":[]}]}', "Invalid member in numeric match: ]"],
  ['{"k":[{"numeric":[1,"<="]}]}', "Invalid member in numeric match: 1"],
  ['{"k":[{"numeric":["operator"]}]}', "Unrecognized numeric range operator: operator"],
  ['{"k":[{"numeric":["=","000"]}]}', "Value of equals must be numeric"],
  ['{"k":[{"numeric":[">="]}]}', "Value of >= must be numeric"],
  ['{"k":[{"numeric":["<",100,">",10]}]}', "Too many elements in numeric expression"],
  ['{"k":[{"numeric":[">=",1,">",2]}]}', "Bad numeric range operator: >"],
  ['{"k":[{"numeric":[">",3,"<",1]}]}', "Bottom must be less than top"],
  ['{"k":[{"numeric":[">",20,30]}]}', "Bad value in numeric range: 30"],
  ['{"k":[{"numeric":[">",20,"<",30,"<",50]}]}', "Too many terms in numeric range expression"],
  ['{"k":[{"exists":null}]}', "exists match pattern must be either true or false."],
  ['{"k":[{"anything-but":{"exists":false}}]}', "Unsupported anything-but pattern: exists"],
  [values(151), "Filter policy is too complex"],
  [keys(6), "Filter policy can not have more than 5 keys"],
  [
    "{i",
    "failed to parse JSON. Unexpected character ('i' (code 105)): was expecting double-quote to start field name",
  ],
  [
    "invalid",
    "failed to parse JSON. Unrecognized token 'invalid': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
  ],
];

/** AWS adds a second line to what it says about broken JSON; only the first one is stable. */
const firstLine = ({ message, ...refusal }: Refusal) => ({ ...refusal, message: message.split("\n")[0] });

const refused = (message: string) => ({ name: "InvalidParameterException", message, status: 400 });

async function subscribeWith(FilterPolicy: string): Promise<string> {
  const TopicArn = await aws.newTopic();
  return aws.subscribe({ TopicArn, Protocol: "sqs", Endpoint: QUEUE, Attributes: { FilterPolicy } });
}

async function setPolicy(AttributeValue: string): Promise<void> {
  const SubscriptionArn = await aws.subscribe({
    TopicArn: await aws.newTopic(),
    Protocol: "sqs",
    Endpoint: QUEUE,
  });
  const AttributeName = "FilterPolicy";
  await aws.sns.send(
    new SetSubscriptionAttributesCommand({ SubscriptionArn, AttributeName, AttributeValue }),
  );
}

describe("Subscribe and SetSubscriptionAttributes refuse in AWS's words", () => {
  test.each(REFUSED)("%.60s", async (policy, text) => {
    expect(firstLine(await refusalOf(subscribeWith(policy)))).toEqual(
      refused(`Invalid parameter: Attributes Reason: FilterPolicy: ${text}`),
    );
    expect(firstLine(await refusalOf(setPolicy(policy)))).toEqual(
      refused(`Invalid parameter: FilterPolicy: ${text}`),
    );
  });

  test("a nested policy among attributes, without the usual prefix", async () => {
    const text =
      "Invalid parameter: Filter policy scope MessageAttributes does not support nested filter policy";
    expect(await refusalOf(subscribeWith('{"a":{"b":["c"]}}'))).toEqual(refused(text));
    expect(await refusalOf(setPolicy('{"a":{"b":["c"]}}'))).toEqual(refused(text));
  });
});

test.each([values(150), keys(5)])("a policy at the limit is accepted: %.30s", async (policy) => {
  await setPolicy(policy);
  const arn = await subscribeWith(policy);
  expect((await aws.attributesOf(arn)).FilterPolicy).toBe(policy);
});
