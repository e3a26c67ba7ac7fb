import { once } from "node:events";
import { createServer } from "node:http";
import { expect, onTestFinished, test, vi } from "vitest";
import { TestAws } from "../testing.ts";

async function webServer(answer: (posts: number) => number) {
  let posts = 0;
  const server = createServer((request, response) => {
    request.resume();
    posts += 1;
    response.writeHead(answer(posts)).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { url: `http://127.0.0.1:${address.port}/`, posts: () => posts };
}

async function started(retryTimeScale: number): Promise<TestAws> {
  const aws = new TestAws();
  await aws.start({ retryTimeScale });
  onTestFinished(async () => {
    await aws.stop();
    aws.removeData();
  });
  return aws;
}

test("a post that waited for its next try when the server stopped is made after the restart", async () => {
  const aws = await started(1);
  const hook = await webServer((posts) => (posts === 1 ? 500 : 200));
  await aws.subscribe({ TopicArn: await aws.newTopic(), Protocol: "http", Endpoint: hook.url });
  await vi.waitFor(() => expect(hook.posts()).toBe(1));
  expect(await aws.deliveriesTo(hook.url)).toMatchObject([{ status: "sending" }]);
  await aws.restart({ retryTimeScale: 1 });
  await vi.waitFor(async () => {
    expect(await aws.deliveriesTo(hook.url)).toMatchObject([{ status: "delivered", attempts: 1 }]);
  });
  expect(hook.posts()).toBe(2);
});

test("a reset drops the posts under way and delivers later ones", async () => {
  const aws = await started(1);
  const hook = await webServer((posts) => (posts === 1 ? 500 : 200));
  await aws.subscribe({ TopicArn: await aws.newTopic(), Protocol: "http", Endpoint: hook.url });
  await vi.waitFor(() => expect(hook.posts()).toBe(1));
  await aws.control("POST", "/_local/reset");
  await aws.subscribe({ TopicArn: await aws.newTopic(), Protocol: "http", Endpoint: hook.url });
  await vi.waitFor(async () => {
    expect(await aws.deliveriesTo(hook.url)).toMatchObject([{ status: "delivered", attempts: 1 }]);
  });
});

test("more posts than are made at a time all arrive", async () => {
  const aws = await started(0);
  const hook = await webServer(() => 200);
  const TopicArn = await aws.newTopic();
  for (let n = 0; n < 150; n++)
    await aws.subscribe({ TopicArn, Protocol: "http", Endpoint: `${hook.url}${n}` });
  await vi.waitFor(() => expect(hook.posts()).toBe(150), { timeout: 5000 });
});
