import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { allowedHosts } from "../allowed-hosts.ts";
import { guardedLookup } from "./guarded-lookup.ts";
import { post } from "./post.ts";

let server: Server | undefined;
let calls: string[];

async function serve(listener: RequestListener): Promise<string> {
  server = createServer((request, answer) => {
    calls.push(`${request.method} ${request.url}`);
    listener(request, answer);
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  // listening on a port, so the address is no pipe's name
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const message = (url: string) => ({ url, headers: { "content-type": "application/json" }, body: "{}" });

beforeEach(() => {
  calls = [];
  vi.stubEnv("WEBHOOK_ALLOWED_HOSTS", "127.0.0.1");
});

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

describe("a post", () => {
  test("tells what was answered", async () => {
    const origin = await serve((_, answer) =>
      answer.writeHead(429, { "retry-after": "7" }).end("rate_limited"),
    );
    expect(await post(message(`${origin}/hook`))).toEqual({
      kind: "answered",
      status: 429,
      retryAfter: "7",
      text: "rate_limited",
    });
  });

  test("follows no redirect", async () => {
    const origin = await serve((_, answer) => answer.writeHead(307, { location: "/inside" }).end());
    expect(await post(message(`${origin}/hook`))).toMatchObject({ kind: "answered", status: 307 });
    expect(calls).toEqual(["POST /hook"]);
  });

  test("reads no more of an endless answer than it shows", async () => {
    const origin = await serve((_, answer) => {
      const more = () => answer.write("x".repeat(65_536), more);
      more();
    });
    const outcome = await post(message(origin));
    expect(outcome.kind === "answered" && outcome.text.length).toBe(16_384);
  });

  test("waits neither for a server that hangs nor for one that drips", async () => {
    const hanging = await serve(() => {});
    const started = performance.now();
    const outcome = await post(message(`${hanging}/secret-path`), { timeoutMs: 100 });
    expect(outcome).toEqual({ kind: "none", reason: "127.0.0.1 did not answer within 0.1 seconds." });
    server?.closeAllConnections();
    server?.close();
    const dripping = await serve((_, answer) => {
      const drip = setInterval(() => answer.write("x"), 5);
      answer.on("close", () => clearInterval(drip));
    });
    expect((await post(message(dripping), { timeoutMs: 100 })).kind).toBe("none");
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  test("names the host and nothing else of the address when nobody is there", async () => {
    const outcome = await post(message("http://127.0.0.1:9/secret-path?sig=secret"));
    expect(outcome).toEqual({ kind: "none", reason: expect.stringContaining("127.0.0.1") });
    expect(JSON.stringify(outcome)).not.toContain("secret");
  });

  test("goes nowhere inside without permission", async () => {
    const origin = await serve((_, answer) => answer.end());
    vi.stubEnv("WEBHOOK_ALLOWED_HOSTS", "");
    expect((await post(message(origin))).kind).toBe("none");
    expect((await post(message(origin.replace("http:", "https:")))).kind).toBe("none");
    expect(calls).toEqual([]);
  });
});

describe("the lookup of a connection", () => {
  const answers = (...addresses: string[]) =>
    vi.fn((_host: string, _options: object, callback: (error: null, found: object[]) => void) =>
      callback(
        null,
        addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
      ),
    );
  const ask = (resolve: ReturnType<typeof answers>, allowed = "") =>
    new Promise((done) =>
      // the double answers in the form that the lookup asks for
      guardedLookup(allowedHosts(allowed), resolve as never)("example.com", { all: true }, (error, found) =>
        done(error ?? found),
      ),
    );

  test("hands on public addresses only", async () => {
    expect(await ask(answers("8.8.8.8"))).toEqual([{ address: "8.8.8.8", family: 4 }]);
    expect(await ask(answers("127.0.0.1"))).toBeInstanceOf(Error);
    expect(await ask(answers("169.254.169.254"))).toBeInstanceOf(Error);
    expect(await ask(answers("::1"))).toBeInstanceOf(Error);
    expect(await ask(answers())).toBeInstanceOf(Error);
  });

  test("refuses a name of which one address leads inside", async () => {
    expect(await ask(answers("8.8.8.8", "10.0.0.1"))).toBeInstanceOf(Error);
    expect(await ask(answers("8.8.8.8", "10.0.0.1"), "10.0.0.0/8")).toHaveLength(2);
    expect(await ask(answers("10.0.0.1"), "example.com")).toHaveLength(1);
  });

  test("asks once a connection, so that a second answer has no say", async () => {
    const resolve = answers("8.8.8.8");
    await ask(resolve);
    expect(resolve).toHaveBeenCalledTimes(1);
  });
});
