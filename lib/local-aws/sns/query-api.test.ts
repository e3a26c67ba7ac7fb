import {
  GetTopicAttributesCommand,
  ListTopicsCommand,
  SNSClient,
  SNSServiceException,
  SubscribeCommand,
} from "@aws-sdk/client-sns";
import { describe, expect, test } from "vitest";
import { withLocalAws } from "../testing.ts";

const aws = withLocalAws();
const AUTHORIZATION =
  "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/sns/aws4_request, SignedHeaders=host, Signature=0";

async function post(body: string, headers: Record<string, string> = { authorization: AUTHORIZATION }) {
  const response = await fetch(aws.url, { method: "POST", body, headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

async function errorOf(call: Promise<unknown>): Promise<SNSServiceException> {
  const error = await call.catch((caught: unknown) => caught);
  if (error instanceof SNSServiceException) return error;
  throw new Error(`Not refused by the service: ${error}`);
}

describe("a refused request", () => {
  test("is told as AWS tells it, with a request id in header and body", async () => {
    const { status, headers, text } = await post("Action=Foo&Version=2010-03-31");
    const requestId = headers.get("x-amzn-requestid");
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(status).toBe(400);
    expect(headers.get("content-type")).toBe("text/xml");
    expect(text).toBe(
      `<ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>Sender</Type><Code>InvalidAction</Code><Message>The action Foo is not valid for this web service.</Message></Error><RequestId>${requestId}</RequestId></ErrorResponse>`,
    );
  });

  test.each(["constructor", "__proto__", "toString", "<script>"])(
    "does not know the action %s",
    async (action) => {
      const { status, text } = await post(new URLSearchParams({ Action: action }).toString());
      expect(status).toBe(400);
      expect(text).toContain("<Code>InvalidAction</Code>");
      expect(text).not.toContain("<script>");
    },
  );

  test.each(["", "garbage", '{"json":true}', "%%%=%zz", "\u0000\u0001"])(
    "needs an action: %j",
    async (body) => {
      const { status, text } = await post(body);
      expect(status).toBe(400);
      expect(text).toContain("<Code>MissingAction</Code>");
    },
  );

  test("reaches the SDK with code, message, fault and request id", async () => {
    const TopicArn = "arn:aws:sns:us-east-1:123456789012:missing";
    const error = await errorOf(aws.sns.send(new GetTopicAttributesCommand({ TopicArn })));
    expect(error.name).toBe("NotFoundException");
    expect(error.message).toBe("Topic does not exist");
    expect(error.$fault).toBe("client");
    expect(error.$metadata.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(error).toMatchObject({ Code: "NotFound" });
  });
});

describe("signatures", () => {
  test.each(["ListTopics", "Subscribe", "Publish"])("%s needs one", async (action) => {
    const { status, text } = await post(`Action=${action}`, {});
    expect(status).toBe(403);
    expect(text).toContain("<Code>MissingAuthenticationToken</Code>");
  });

  test("of another service or scheme are refused", async () => {
    const sqs = await post("Action=ListTopics", { authorization: AUTHORIZATION.replace("/sns/", "/sqs/") });
    expect(sqs.status).toBe(403);
    expect(sqs.text).toContain("<Code>SignatureDoesNotMatch</Code>");
    const basic = await post("Action=ListTopics", { authorization: "Basic bG9jYWw6bG9jYWw=" });
    expect(basic.text).toContain("<Code>IncompleteSignature</Code>");
  });

  test("are not verified: any credentials do", async () => {
    const credentials = { accessKeyId: "whoever", secretAccessKey: "whatever", sessionToken: "token" };
    const client = new SNSClient({ region: "us-east-1", endpoint: aws.url, credentials });
    expect((await client.send(new ListTopicsCommand({}))).$metadata.httpStatusCode).toBe(200);
    client.destroy();
  });
});

/** Each wire code, and what the SDK makes of it. */
const CODES: [code: string, status: number, name: string][] = [
  ["InvalidParameter", 400, "InvalidParameterException"],
  ["ParameterValueInvalid", 400, "InvalidParameterValueException"],
  ["ValidationException", 400, "ValidationException"],
  ["ValidationError", 400, "ValidationError"],
  ["AuthorizationError", 403, "AuthorizationErrorException"],
  ["NotFound", 404, "NotFoundException"],
  ["InternalError", 500, "InternalErrorException"],
  ["InvalidSecurity", 403, "InvalidSecurityException"],
  ["SubscriptionLimitExceeded", 403, "SubscriptionLimitExceededException"],
  ["FilterPolicyLimitExceeded", 403, "FilterPolicyLimitExceededException"],
  ["Throttling", 400, "Throttling"],
  ["ExpiredToken", 403, "ExpiredToken"],
];

test.each(CODES)("the code %s (%i) is %s in the SDK", async (code, status, name) => {
  const faults = [{ operation: "Subscribe", code, status, message: "told so", times: 1 }];
  await aws.control("PUT", "/_local/faults", { faults });
  const error = await errorOf(aws.sns.send(new SubscribeCommand({ TopicArn: "x", Protocol: "sms" })));
  expect(error.name).toBe(name);
  expect(error.message).toBe("told so");
  expect(error.$metadata.httpStatusCode).toBe(status);
  expect(error.$fault).toBe(status < 500 ? "client" : "server");
  expect(error).toMatchObject({ Code: code });
});

describe("answers", () => {
  test("carry a result and metadata, or metadata alone", async () => {
    const topicArn = await aws.newTopic();
    const request = new URLSearchParams({ Action: "ListSubscriptionsByTopic", TopicArn: topicArn });
    const { text } = await post(request.toString());
    expect(text).toMatch(
      /^<ListSubscriptionsByTopicResponse xmlns="[^"]+"><ListSubscriptionsByTopicResult><Subscriptions><\/Subscriptions><\/ListSubscriptionsByTopicResult><ResponseMetadata><RequestId>[^<]+<\/RequestId><\/ResponseMetadata><\/ListSubscriptionsByTopicResponse>$/,
    );
    const set = {
      Action: "SetTopicAttributes",
      TopicArn: topicArn,
      AttributeName: "DisplayName",
      AttributeValue: "A",
    };
    const { text: bare } = await post(new URLSearchParams(set).toString());
    expect(bare).toMatch(/^<SetTopicAttributesResponse [^>]+><ResponseMetadata>/);
  });

  test("a GET with the parameters in the URL is answered alike", async () => {
    const response = await fetch(`${aws.url}/?Action=ListTopics`, {
      headers: { authorization: AUTHORIZATION },
    });
    expect(await response.text()).toContain("<ListTopicsResult>");
  });
});
