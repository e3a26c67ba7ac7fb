import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test, vi } from "vitest";

// every test starts a Node of its own
vi.setConfig({ testTimeout: 30_000 });

const MAIN = fileURLToPath(new URL("main.ts", import.meta.url));

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "local-aws-main-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

function run(...flags: string[]) {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", MAIN, ...flags]);
  onTestFinished(() => void child.kill("SIGKILL"));
  let output = "";
  const gather = (chunk: Buffer) => {
    output += chunk;
  };
  child.stdout.on("data", gather);
  child.stderr.on("data", gather);
  const exited = once(child, "exit").then(([code]) => ({ code, output }));
  const listening = new Promise<string>((resolve, reject) => {
    child.stdout.on("data", () => {
      const url = /Local AWS listens on (\S+)/.exec(output)?.[1];
      if (url) resolve(url);
    });
    void exited.then(() => reject(new Error(`exited: ${output}`)));
  });
  listening.catch(() => {});
  return { child, exited, listening };
}

async function json(url: string): Promise<unknown> {
  return (await fetch(url)).json();
}

test("serves on loopback, prints the address, and stops at SIGTERM", async () => {
  const server = run("--port", "0", "--data", folder(), "--topic", "one", "--topic", "two");
  const url = await server.listening;
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(await json(`${url}/_local/mails`)).toEqual({ mails: [] });
  server.child.kill("SIGTERM");
  expect(await server.exited).toMatchObject({ code: 0 });
});

test("what was answered is still there after SIGKILL", async () => {
  const data = folder();
  const first = run("--port", "0", "--data", data);
  const post = { method: "POST", body: '{"advanceMs":12345}' };
  expect((await fetch(`${await first.listening}/_local/clock`, post)).status).toBe(200);
  first.child.kill("SIGKILL");
  await first.exited;
  const second = run("--port", "0", "--data", data);
  expect(await json(`${await second.listening}/_local/clock`)).toMatchObject({ offsetMs: 12345 });
});

describe("says what is wrong with", () => {
  test.each([
    ["no port", ["--data", "x"], "--port must be a number"],
    ["a port that is none", ["--port", "70000", "--data", "x"], "--port must be a number"],
    ["no folder", ["--port", "0"], "--data must name the folder"],
    ["a bad topic", ["--port", "0", "--data", "x", "--topic", "a b"], "--topic a b: a topic name"],
    ["an unknown flag", ["--prot", "0"], "Unknown option '--prot'"],
  ])("%s", async (_, flags, message) => {
    const { code, output } = await run(...flags).exited;
    expect(code).toBe(1);
    expect(output).toContain(message);
    expect(output).toContain("Usage:");
  });

  test("a busy port", async () => {
    const url = new URL(await run("--port", "0", "--data", folder()).listening);
    const { code, output } = await run("--port", url.port, "--data", folder()).exited;
    expect(code).toBe(1);
    expect(output).toContain("in use already");
  });
});
