import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { ConfirmSubscriptionCommand, SetTopicAttributesCommand } from "@aws-sdk/client-sns";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { POST } from "@/app/api/feed/sns/route";
import { syncTopic } from "@/lib/subscriptions/service/sync";
import { administrator as actor } from "@/lib/subscriptions/service/testing";
import { findFeed } from "../queries.ts";
import { isSigningAddress } from "../signature.ts";
import { type FeedHouse, feedHouse } from "../testing.ts";
import { disableFeed } from "./disable.ts";
import { enableFeed } from "./enable.ts";

let house: FeedHouse;
let server: Server;
let posts: string[] = [];
let statuses: number[] = [];

/** The console's own route behind a web server that the embedded AWS can post to. */
beforeEach(async () => {
  posts = [];
  statuses = [];
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    posts.push(Buffer.concat(chunks).toString());
    const { status } = await send(posts.at(-1) ?? "");
    statuses.push(status);
    response.writeHead(status).end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("no port");
  house = await feedHouse();
  vi.stubEnv("CONSOLE_URL", `http://127.0.0.1:${address.port}`);
  vi.stubEnv("LOCAL_AWS_URL", house.aws.url);
  Object.assign(globalThis, { proactiveNotificationsAws: house.aws.ports });
});
afterEach(async () => {
  Reflect.deleteProperty(globalThis, "proactiveNotificationsAws");
  vi.unstubAllEnvs();
  server.close();
  server.closeAllConnections();
  await house.close();
});

const send = (body: string) =>
  POST(
    new Request("http://console/api/feed/sns", {
      method: "POST",
      body,
      headers: { "content-type": "text/plain; charset=UTF-8" },
    }),
  );

const enable = () => enableFeed({ actor, topicId: house.topic.id, transport: "https" }, house.aws.ports);

/** Turned on, and confirmed by the post that SNS sends. */
async function confirmed(version: "1" | "2") {
  const attribute = { AttributeName: "SignatureVersion", AttributeValue: version };
  await house.aws.client.send(new SetTopicAttributesCommand({ TopicArn: house.topic.arn, ...attribute }));
  await enable();
  await vi.waitFor(() => expect(house.feed().state).toBe("on"));
}

/** The post of a notification that was published now. */
async function notification(message: string): Promise<Record<string, unknown>> {
  const count = posts.length;
  await house.publish(message, { notificationType: "scanResult" });
  await vi.waitFor(() => expect(statuses.length).toBeGreaterThan(count));
  return JSON.parse(posts.at(-1) ?? "");
}

describe.each(["1", "2"] as const)("a feed by HTTPS, signature version %s", (version) => {
  test("is confirmed by itself, through the API", async () => {
    await confirmed(version);
    expect(statuses).toEqual([200]);
    expect(await house.aws.ports.sns.getAttributes(house.feed().subscriptionArn ?? "")).toMatchObject({
      pending: false,
      protected: true,
    });
    await syncTopic(house.topic.id, new Date(0), house.aws.ports);
    expect(house.rows()).toEqual([]);
    vi.stubEnv("CONSOLE_URL", "https://moved.example.com");
    await syncTopic(house.topic.id, new Date(0), house.aws.ports);
    expect(house.rows()).toEqual([]);
  });

  test("keeps what is posted, once however often it is", async () => {
    await confirmed(version);
    const post = await notification("hello");
    expect(house.stored()).toMatchObject([{ body: "hello", messageId: post.MessageId, type: "scanResult" }]);
    expect((await send(JSON.stringify(post))).status).toBe(200);
    expect(house.stored()).toHaveLength(1);
  });

  test("refuses a notification of which any signed field was tampered with", async () => {
    await confirmed(version);
    const post = await notification("hello");
    const tampered: Record<string, unknown> = {
      Message: "other",
      MessageId: "other",
      Timestamp: "2026-01-01T00:00:00.000Z",
      TopicArn: `${post.TopicArn}x`,
      Type: "UnsubscribeConfirmation",
      Subject: "added",
      Signature: `${String(post.Signature).slice(0, -6)}AAAA==`,
      SignatureVersion: version === "1" ? "2" : "1",
    };
    for (const [field, value] of Object.entries(tampered)) {
      const answer = await send(JSON.stringify({ ...post, [field]: value }));
      expect([field, answer.status]).toEqual([field, 403]);
      expect(await answer.text()).not.toMatch(/hello|other/);
    }
    expect(house.stored()).toHaveLength(1);
    expect(house.feed().state).toBe("on");
  });

  test("refuses a confirmation of which any signed field was tampered with", async () => {
    await confirmed(version);
    const post: Record<string, unknown> = JSON.parse(posts[0] ?? "");
    expect(post.Type).toBe("SubscriptionConfirmation");
    expect((await send(JSON.stringify(post))).status).toBe(200);
    for (const field of ["Token", "SubscribeURL", "Message", "Timestamp", "MessageId"]) {
      const answer = await send(JSON.stringify({ ...post, [field]: `${post[field]}x` }));
      expect([field, answer.status]).toEqual([field, 403]);
    }
  });
});

describe("the feed's address", () => {
  test("refuses a certificate of a foreign host, without asking that host for it", async () => {
    await confirmed("1");
    const post = await notification("hello");
    const fetched = vi.spyOn(globalThis, "fetch");
    for (const SigningCertURL of [
      "https://evil.example.com/x.pem",
      `${house.aws.url}.evil.example.com/x.pem`,
    ])
      expect((await send(JSON.stringify({ ...post, SigningCertURL }))).status).toBe(403);
    expect(fetched).not.toHaveBeenCalled();
    fetched.mockRestore();
  });

  test("asks for a later post when the certificate cannot be fetched", async () => {
    await confirmed("1");
    const post = await notification("hello");
    const SigningCertURL = `${house.aws.url}/missing.pem`;
    expect((await send(JSON.stringify({ ...post, SigningCertURL }))).status).toBe(503);
  });

  test("refuses a topic of which no feed comes this way, however well it is signed", async () => {
    await confirmed("1");
    const post = await notification("hello");
    await disableFeed({ actor, topicId: house.topic.id }, house.aws.ports);
    expect(findFeed(house.topic.id)).toBeUndefined();
    expect((await send(JSON.stringify(post))).status).toBe(403);
    await enableFeed({ actor, topicId: house.topic.id }, house.aws.ports);
    expect((await send(JSON.stringify(post))).status).toBe(403);
  });

  test.each(["", "null", "[]", "{}", "{", '{"Type":"Notification"}', '"text"'])(
    "refuses %s",
    async (text) => {
      expect((await send(text)).status).toBe(403);
    },
  );

  test("refuses more than SNS can send", async () => {
    expect((await send("x".repeat(2 * 1024 * 1024 + 1))).status).toBe(413);
  });

  test("learns of its end, and is lost", async () => {
    // confirmed as by its link, so that anybody who has the link in a post can end it
    house.aws.ports.sns.confirmProtected = async (TopicArn, Token) => {
      await house.aws.client.send(new ConfirmSubscriptionCommand({ TopicArn, Token }));
      return { value: { arn: house.feed().subscriptionArn ?? "" }, requestId: undefined };
    };
    await confirmed("1");
    const { UnsubscribeURL } = await notification("hello");
    expect((await fetch(String(UnsubscribeURL))).ok).toBe(true);
    await vi.waitFor(() => expect(house.feed().state).toBe("lost"), { timeout: 5_000 });
  });

  test("is not lost by what SNS signed for another subscription of the topic", async () => {
    await confirmed("1");
    const others: Record<string, string>[] = [];
    const elsewhere = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      others.push(JSON.parse(Buffer.concat(chunks).toString()));
      response.end();
    }).listen(0, "127.0.0.1");
    await once(elsewhere, "listening");
    const address = elsewhere.address();
    const port = typeof address === "object" ? address?.port : undefined;
    const subscribing = {
      topicArn: house.topic.arn,
      protocol: "http" as const,
      endpoint: `http://127.0.0.1:${port}`,
    };
    await house.aws.ports.sns.subscribe(subscribing);
    const signed = async (type: string) =>
      vi.waitFor(() => others.find(({ Type }) => Type === type) ?? expect.fail(), { timeout: 5_000 });
    const confirmation = await signed("SubscriptionConfirmation");
    await house.aws.client.send(
      new ConfirmSubscriptionCommand({ TopicArn: house.topic.arn, Token: confirmation.Token }),
    );
    await house.publish("hello", { notificationType: "scanResult" });
    await fetch((await signed("Notification")).UnsubscribeURL ?? "");
    const { subscriptionArn } = house.feed();
    expect((await send(JSON.stringify(await signed("UnsubscribeConfirmation")))).status).toBe(200);
    expect(house.feed()).toMatchObject({ state: "on", subscriptionArn });
    elsewhere.close();
  });

  test("cannot be ended by the link in a post", async () => {
    await confirmed("1");
    const { UnsubscribeURL } = await notification("hello");
    expect((await fetch(String(UnsubscribeURL))).ok).toBe(false);
  });
});

describe("an address of a certificate", () => {
  test.each([
    ["https://sns.us-east-1.amazonaws.com/SimpleNotificationService-0.pem", true],
    ["https://sns.cn-north-1.amazonaws.com.cn/a.pem", true],
    ["https://sns.us-gov-west-1.amazonaws.com/a.pem", true],
    ["https://sns.s3-us-west-2.amazonaws.com/a.pem", false],
    ["https://sns.elasticbeanstalk.amazonaws.com/a.pem", false],
    ["http://sns.us-east-1.amazonaws.com/a.pem", false],
    ["https://sns.us-east-1.amazonaws.com/a.txt", false],
    ["https://sns.us-east-1.amazonaws.com:8443/a.pem", false],
    ["https://user@sns.us-east-1.amazonaws.com/a.pem", false],
    ["https://sns.us-east-1.amazonaws.com.evil.com/a.pem", false],
    ["https://evil.com/sns.us-east-1.amazonaws.com/a.pem", false],
    ["https://xsns.us-east-1.amazonaws.com/a.pem", false],
    ["https://sns.us-east-1.amazonaws.com/a?x=.pem", false],
    ["https://sns.a.b.amazonaws.com/a.pem", false],
    ["https://my-bucket.s3.amazonaws.com/a.pem", false],
    ["http://127.0.0.1:4567/a.pem", false],
    ["not an address", false],
  ])("%s counts: %s", (address, counts) => {
    expect(isSigningAddress(address, undefined)).toBe(counts);
  });

  test("may be the embedded AWS's own only while it is in use", () => {
    expect(isSigningAddress("http://127.0.0.1:4567/a.pem", "http://127.0.0.1:4567")).toBe(true);
    expect(isSigningAddress("http://127.0.0.1:4568/a.pem", "http://127.0.0.1:4567")).toBe(false);
  });
});
