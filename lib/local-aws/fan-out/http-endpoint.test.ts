import { createVerify, X509Certificate } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { PublishCommand, SetTopicAttributesCommand } from "@aws-sdk/client-sns";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { withLocalAws } from "../testing.ts";

const aws = withLocalAws({ retryTimeScale: 0 });

interface Post {
  headers: IncomingHttpHeaders;
  body: string;
}

/** A subscriber's web server that answers the posts it gets with the given statuses, the last one from then on. */
async function webServer(...statuses: number[]) {
  const posts: Post[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const status = statuses[Math.min(posts.length, statuses.length - 1)] ?? 200;
    posts.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
    response.writeHead(status).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const post = (n: number) => vi.waitFor(() => posts[n] ?? Promise.reject(new Error(`no post ${n}`)));
  return { url: `http://127.0.0.1:${address.port}/hook`, posts, post };
}

const SIGNED = {
  Notification: ["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"],
  Confirmation: ["Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"],
};

/** The verification AWS publishes: https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html */
async function isGenuine(document: Record<string, string>): Promise<boolean> {
  const names = document.Type === "Notification" ? SIGNED.Notification : SIGNED.Confirmation;
  const text = names
    .filter((name) => document[name] !== undefined)
    .map((name) => `${name}\n${document[name]}\n`);
  const certificate = new X509Certificate(await (await fetch(String(document.SigningCertURL))).text());
  const verify = createVerify(document.SignatureVersion === "2" ? "sha256" : "sha1").update(text.join(""));
  return verify.verify(certificate.publicKey, String(document.Signature), "base64");
}

async function confirmedHook(...statuses: number[]) {
  const hook = await webServer(200, ...statuses);
  const TopicArn = await aws.newTopic();
  const arn = await aws.subscribe({ TopicArn, Protocol: "http", Endpoint: hook.url });
  const document = JSON.parse((await hook.post(0)).body);
  await fetch(document.SubscribeURL);
  return { hook, TopicArn, arn };
}

test("an endpoint gets a signed SubscriptionConfirmation, and visiting its SubscribeURL confirms", async () => {
  const hook = await webServer(200);
  const TopicArn = await aws.newTopic();
  const arn = await aws.subscribe({ TopicArn, Protocol: "http", Endpoint: hook.url });
  const { headers, body } = await hook.post(0);
  const document = JSON.parse(body);
  expect(Object.keys(document)).toEqual([
    "Type",
    "MessageId",
    "Token",
    "TopicArn",
    "Message",
    "SubscribeURL",
    "Timestamp",
    "SignatureVersion",
    "Signature",
    "SigningCertURL",
  ]);
  expect(document).toMatchObject({ Type: "SubscriptionConfirmation", TopicArn, SignatureVersion: "1" });
  expect(document.Message).toBe(
    `You have chosen to subscribe to the topic ${TopicArn}.\nTo confirm the subscription, visit the SubscribeURL included in this message.`,
  );
  expect(await isGenuine(document)).toBe(true);
  expect(await isGenuine({ ...document, Token: "other" })).toBe(false);
  expect(headers).toMatchObject({
    "x-amz-sns-message-type": "SubscriptionConfirmation",
    "x-amz-sns-message-id": document.MessageId,
    "x-amz-sns-topic-arn": TopicArn,
    "content-type": "text/plain; charset=UTF-8",
    "user-agent": "Amazon Simple Notification Service Agent",
  });
  expect(headers["x-amz-sns-subscription-arn"]).toBeUndefined();

  expect(await aws.listedArns(TopicArn)).toEqual(["PendingConfirmation"]);
  await fetch(document.SubscribeURL);
  expect(await aws.listedArns(TopicArn)).toEqual([arn]);
});

test("a notification is signed, SHA-256 when the topic says so, with and without a subject", async () => {
  const { hook, TopicArn, arn } = await confirmedHook();
  await aws.publish(TopicArn, "plain", { a: "b" });
  const AttributeName = "SignatureVersion";
  await aws.sns.send(new SetTopicAttributesCommand({ TopicArn, AttributeName, AttributeValue: "2" }));
  await aws.sns.send(new PublishCommand({ TopicArn, Message: "with subject", Subject: "s" }));
  const { headers, body } = await hook.post(1);
  await hook.post(2);
  const documents = hook.posts.slice(1).map((post) => JSON.parse(post.body));
  const plain = documents.find(({ Message }) => Message === "plain");
  const titled = documents.find(({ Message }) => Message === "with subject");
  expect(plain).toMatchObject({
    SignatureVersion: "1",
    MessageAttributes: { a: { Type: "String", Value: "b" } },
  });
  expect(plain).not.toHaveProperty("Subject");
  expect(titled).toMatchObject({ SignatureVersion: "2", Subject: "s" });
  expect(titled).not.toHaveProperty("MessageAttributes");
  for (const document of documents) {
    expect(await isGenuine(document)).toBe(true);
    expect(await isGenuine({ ...document, Message: "other" })).toBe(false);
    expect(document.UnsubscribeURL).toContain(encodeURIComponent(arn));
  }
  expect(headers).toMatchObject({
    "x-amz-sns-message-type": "Notification",
    "x-amz-sns-message-id": JSON.parse(body).MessageId,
    "x-amz-sns-subscription-arn": arn,
  });
});

test("raw delivery posts the bare body and says so", async () => {
  const hook = await webServer(200);
  const TopicArn = await aws.newTopic();
  const Attributes = {
    RawMessageDelivery: "true",
    DeliveryPolicy: '{"requestPolicy":{"headerContentType":"application/json"}}',
  };
  await aws.subscribe({ TopicArn, Protocol: "http", Endpoint: hook.url, Attributes });
  const confirmation = await hook.post(0);
  expect(confirmation.headers["content-type"], "a confirmation is never raw").toBe(
    "text/plain; charset=UTF-8",
  );
  await fetch(JSON.parse(confirmation.body).SubscribeURL);
  await aws.publish(TopicArn, '{"raw":true}');
  const { headers, body } = await hook.post(1);
  expect(body).toBe('{"raw":true}');
  expect(headers).toMatchObject({ "x-amz-sns-rawdelivery": "true", "content-type": "application/json" });
});

test("unsubscribing by the link posts a signed UnsubscribeConfirmation whose link takes it back", async () => {
  const { hook, TopicArn, arn } = await confirmedHook();
  await aws.publish(TopicArn, "m");
  await fetch(JSON.parse((await hook.post(1)).body).UnsubscribeURL);
  expect(await aws.listedArns(TopicArn)).toEqual(["Deleted"]);
  const { headers, body } = await hook.post(2);
  const document = JSON.parse(body);
  expect(document).toMatchObject({
    Type: "UnsubscribeConfirmation",
    Message: `You have chosen to deactivate subscription ${arn}.\nTo cancel this operation and restore the subscription, visit the SubscribeURL included in this message.`,
  });
  expect(await isGenuine(document)).toBe(true);
  expect(headers["x-amz-sns-subscription-arn"]).toBe(arn);
  await fetch(document.SubscribeURL);
  expect(await aws.listedArns(TopicArn)).toEqual([arn]);
});

describe("retries", () => {
  const finished = (endpoint: string, kind: string) =>
    vi.waitFor(async () => {
      const delivery = (await aws.deliveriesTo(endpoint)).find((one) => one.kind === kind);
      expect(delivery?.status).toMatch(/delivered|failed/);
      return delivery;
    });

  test("an endpoint that answers 500 is tried again until it answers", async () => {
    const { hook, TopicArn } = await confirmedHook(500, 503, 200);
    await aws.publish(TopicArn, "m");
    expect(await finished(hook.url, "notification")).toMatchObject({ status: "delivered", attempts: 3 });
    expect(new Set(hook.posts.slice(1).map(({ body }) => JSON.parse(body).MessageId)).size).toBe(1);
  });

  test("what stays undeliverable is failed, goes to the dead-letter queue, and leaves the subscription as it is", async () => {
    const hook = await webServer(200, 500);
    const deadLetterTargetArn = "arn:aws:sqs:us-east-1:123456789012:http-dead-letters";
    const TopicArn = await aws.newTopic();
    const Attributes = {
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn }),
      DeliveryPolicy: '{"healthyRetryPolicy":{"numRetries":1}}',
    };
    const arn = await aws.subscribe({ TopicArn, Protocol: "http", Endpoint: hook.url, Attributes });
    await fetch(JSON.parse((await hook.post(0)).body).SubscribeURL);
    const messageId = await aws.publish(TopicArn, "lost");
    expect(await finished(hook.url, "notification")).toMatchObject({
      status: "failed",
      attempts: 2,
      error: expect.stringContaining("500"),
    });
    const [dead] = await aws.deliveriesTo(deadLetterTargetArn);
    expect(dead).toMatchObject({ kind: "dead-letter", protocol: "sqs", messageId, subscriptionArn: arn });
    expect(JSON.parse(String(dead?.body)).Message).toBe("lost");
    expect(await aws.listedArns(TopicArn)).toEqual([arn]);
  });
});
