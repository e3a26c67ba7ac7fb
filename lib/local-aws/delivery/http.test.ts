import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { afterEach, expect, test } from "vitest";
import { deliverHttp, type HttpDelivery } from "./http.ts";
import { DEFAULT_RETRY_POLICY } from "./retry-delays.ts";

type Received = { method?: string; port?: number; headers: IncomingMessage["headers"]; body: string };

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** A subscriber on loopback; `answer` is told which request it is, from 1. */
async function subscriber(answer: (response: ServerResponse, count: number) => void) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    received.push({
      method: request.method,
      port: request.socket.remotePort,
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
    });
    answer(response, received.length);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { url: `http://127.0.0.1:${address.port}/hook`, received, server };
}

function delivery(url: string, changes: Partial<HttpDelivery> = {}): HttpDelivery {
  return {
    url,
    headers: {
      "Content-Type": "text/plain; charset=UTF-8",
      "User-Agent": "Amazon Simple Notification Service Agent",
    },
    body: '{"Message":"ünï"}',
    policy: DEFAULT_RETRY_POLICY,
    timeScale: 0,
    signal: new AbortController().signal,
    ...changes,
  };
}

const answering = (...statuses: number[]) =>
  subscriber((response, count) => {
    response.statusCode = statuses[count - 1] ?? statuses.at(-1) ?? 200;
    response.setHeader("Location", "/elsewhere");
    response.end("thanks");
  });

test("posts the body and the headers as given", async () => {
  const { url, received } = await answering(200);
  expect(await deliverHttp(delivery(url))).toEqual({ ok: true, attempts: 1, status: 200 });
  expect(received).toHaveLength(1);
  expect(received[0]).toMatchObject({ method: "POST", body: '{"Message":"ünï"}' });
  expect(received[0]?.headers).toMatchObject({
    "content-type": "text/plain; charset=UTF-8",
    "user-agent": "Amazon Simple Notification Service Agent",
    "content-length": "19",
  });
});

test("tries again after a server error", async () => {
  const { url, received } = await answering(500, 503, 204);
  expect(await deliverHttp(delivery(url))).toEqual({ ok: true, attempts: 3, status: 204 });
  expect(received).toHaveLength(3);
});

test("opens a new connection for each attempt", async () => {
  const { url, received } = await answering(500, 500, 200);
  await deliverHttp(delivery(url));
  expect(new Set(received.map(({ port }) => port)).size).toBe(3);
});

test("gives up when the retries are used up, and says why", async () => {
  const { url, received } = await answering(500);
  expect(await deliverHttp(delivery(url))).toEqual({
    ok: false,
    attempts: 4,
    status: 500,
    error: "answered 500",
  });
  expect(received).toHaveLength(4);
});

test.each([302, 404, 429, 499])(
  "takes %i for delivered, follows nothing, retries nothing",
  async (status) => {
    const { url, received } = await answering(status);
    expect(await deliverHttp(delivery(url))).toEqual({ ok: true, attempts: 1, status });
    expect(received).toHaveLength(1);
  },
);

test("takes silence for a failure and tries again", async () => {
  const { url } = await subscriber((response, count) => {
    if (count > 1) response.end();
  });
  expect(await deliverHttp(delivery(url, { timeoutMs: 100 }))).toEqual({
    ok: true,
    attempts: 2,
    status: 200,
  });
});

test("says after which time it stopped waiting, for an answer that never ends too", async () => {
  const { url } = await subscriber((response) => response.writeHead(200).write("half"));
  const policy = { ...DEFAULT_RETRY_POLICY, numRetries: 0 };
  expect(await deliverHttp(delivery(url, { policy, timeoutMs: 100 }))).toEqual({
    ok: false,
    attempts: 1,
    error: "no answer within 100 ms",
  });
});

test("reports a refused connection", async () => {
  const { url, server } = await answering(200);
  await new Promise((resolve) => server.close(resolve));
  const result = await deliverHttp(delivery(url.replace("127.0.0.1", "localhost")));
  expect(result).toMatchObject({ ok: false, attempts: 4, error: expect.stringContaining("ECONNREFUSED") });
});

test.each(["not a url", "ftp://example.com/"])("reports the impossible address %s", async (url) => {
  const result = await deliverHttp(delivery(url));
  expect(result.ok).toBe(false);
  expect(result.error).toBeTruthy();
});

test("waits between attempts for the policy's delay times the scale", async () => {
  const { url } = await answering(500, 200);
  const start = performance.now();
  await deliverHttp(delivery(url, { timeScale: 0.01 }));
  expect(performance.now() - start).toBeGreaterThan(195);
});

test("stops at once when aborted between attempts", async () => {
  const controller = new AbortController();
  const { url, received } = await subscriber((response) => {
    response.writeHead(500).end(() => setImmediate(() => controller.abort()));
  });
  const result = await deliverHttp(delivery(url, { timeScale: 1, signal: controller.signal }));
  expect(result).toEqual({ ok: false, attempts: 1, error: "aborted" });
  expect(received).toHaveLength(1);
});

test("stops at once when aborted within an attempt", async () => {
  const controller = new AbortController();
  const { url } = await subscriber(() => controller.abort());
  const result = await deliverHttp(delivery(url, { signal: controller.signal }));
  expect(result).toEqual({ ok: false, attempts: 1, error: "aborted" });
});

test("does not begin when aborted before", async () => {
  const { url, received } = await answering(200);
  const result = await deliverHttp(delivery(url, { signal: AbortSignal.abort() }));
  expect(result).toEqual({ ok: false, attempts: 0, error: "aborted" });
  expect(received).toEqual([]);
});
