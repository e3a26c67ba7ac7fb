import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";
import { ListTopicsCommand } from "@aws-sdk/client-sns";
import { describe, expect, onTestFinished, test } from "vitest";
import { type LocalAwsOptions, startLocalAws } from "./server.ts";
import { TestAws } from "./testing.ts";

async function started(options: Partial<LocalAwsOptions> = {}): Promise<TestAws> {
  const aws = new TestAws();
  await aws.start(options);
  onTestFinished(async () => {
    await aws.stop();
    aws.removeData();
  });
  return aws;
}

/** `fetch` lets nobody choose these headers. */
async function statusWith(
  url: string,
  method: string,
  headers: Record<string, string>,
): Promise<number | undefined> {
  const sent = request(url, { method, headers }).end();
  const [response] = await once(sent, "response");
  response.resume();
  return response.statusCode;
}

describe("state", () => {
  test("survives a restart: topics, subscriptions, tokens, mails, clock and certificate", async () => {
    const aws = await started({ topics: ["first-topic"] });
    const TopicArn = await aws.newTopic();
    const arn = await aws.subscribe({ TopicArn, Protocol: "email", Endpoint: "a@example.com" });
    const before = await aws.mailsOf(arn);
    await aws.advance(1000);
    await aws.restart({ topics: ["first-topic", "not-a-first-start"] });

    const { Topics } = await aws.sns.send(new ListTopicsCommand({}));
    expect(Topics?.map((topic) => topic.TopicArn)).toEqual([
      "arn:aws:sns:us-east-1:123456789012:first-topic",
      TopicArn,
    ]);
    expect(await aws.control("GET", "/_local/clock")).toMatchObject({ offsetMs: 1000 });
    const after = await aws.mailsOf(arn);
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(after[0]?.links.confirm, "the link leads to the address served now").toContain(aws.url);
    await fetch(await aws.confirmLink(arn));
    expect(await aws.listedArns(TopicArn)).toEqual([arn]);
  });

  test("a folder written by another version is refused, and left as it is", async () => {
    const aws = await started();
    await aws.stop();
    const { DatabaseSync } = await import("node:sqlite");
    const database = new DatabaseSync(`${aws.dataDir}/local-aws.db`);
    database.exec("PRAGMA user_version = 99");
    database.close();
    await expect(aws.start()).rejects.toThrow(/schema version 99/);
  });
});

describe("only this machine is served", () => {
  test.each(["evil.example", "169.254.169.254", "127.0.0.1.evil.example"])(
    "the host %j is refused",
    async (host) => {
      const aws = await started();
      expect(await statusWith(`${aws.url}/_local/mails`, "GET", { host })).toBe(403);
      expect(await statusWith(aws.url, "POST", { host })).toBe(403);
    },
  );

  test.each(["localhost", "sns.us-east-1.localhost:1234", "[::1]:80"])(
    "the host %s is served",
    async (host) => {
      const aws = await started();
      expect(await statusWith(`${aws.url}/_local/mails`, "GET", { host })).toBe(200);
    },
  );

  test("a page of another origin cannot change anything", async () => {
    const aws = await started();
    const own = aws.url;
    for (const origin of ["https://evil.example", "http://127.0.0.1:1", "null"]) {
      expect(await statusWith(`${own}/_local/reset`, "POST", { origin })).toBe(403);
      expect(await statusWith(own, "POST", { origin })).toBe(403);
    }
    expect(await statusWith(`${own}/_local/reset`, "POST", { origin: own })).toBe(200);
  });
});

describe("odd requests are answered", () => {
  test.each([
    ["GET", "/nothing", 404],
    ["PUT", "/", 405],
    ["DELETE", "/confirmation.html", 405],
    ["GET", "//", 404],
    ["GET", "/%00%ff", 404],
    ["GET", "/SimpleNotificationService-00000000000000000000000000000000.pem", 404],
  ])("%s %s: %i", async (method, path, status) => {
    const aws = await started();
    expect(await statusWith(aws.url + path, method, {})).toBe(status);
  });

  test("a body of more than 2 MiB is refused without being kept", async () => {
    const aws = await started();
    const response = await fetch(aws.url, { method: "POST", body: "x".repeat(8 * 1024 * 1024 + 1) });
    expect(response.status).toBe(413);
  });

  test("what is not HTTP is told so", async () => {
    const aws = await started();
    const socket = connect(Number(new URL(aws.url).port), "127.0.0.1");
    socket.end("garbage\r\n\r\n");
    const chunks: Buffer[] = [];
    for await (const chunk of socket) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString()).toMatch(/^HTTP\/1\.1 400/);
  });
});

test("a taken port is an error, not a hang", async () => {
  const aws = await started();
  const other = new TestAws();
  onTestFinished(() => other.removeData());
  const port = Number(new URL(aws.url).port);
  await expect(startLocalAws({ port, dataDir: other.dataDir })).rejects.toMatchObject({ code: "EADDRINUSE" });
});
