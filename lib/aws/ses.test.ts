import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DeleteEmailIdentityCommand, SESv2Client } from "@aws-sdk/client-sesv2";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { sesPort } from "./ses.ts";
import { startTestAws, type TestAws } from "./testing.ts";

const REGION = "us-east-1";
const dataDir = mkdtempSync(join(tmpdir(), "aws-ses-"));
let aws: TestAws;
beforeAll(async () => {
  aws = await startTestAws(dataDir);
});
afterEach(async () => {
  await aws.faults([]);
  await aws.sending({ sandbox: false, paused: false, suspended: false });
  // the rate counts what was sent within a second
  await aws.advance(1000);
});
afterAll(async () => {
  await aws.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const raw = Buffer.from("From: reports@example.com\r\nTo: shown@example.net\r\nSubject: Hi\r\n\r\ntext");
const mail = { from: "reports@example.com", to: "ops@example.net", raw };
const send = (change: Partial<typeof mail> = {}) => aws.ports.ses.sendRaw(REGION, { ...mail, ...change });

async function arrived(): Promise<string[]> {
  const response = await fetch(`${aws.url}/_local/mails`);
  const { mails }: { mails: { to: string; kind: string }[] } = await response.json();
  return mails.filter(({ kind }) => kind === "email").map(({ to }) => to);
}

describe("the account", () => {
  test("tells what it may send", async () => {
    expect(await aws.ports.ses.getAccount(REGION)).toEqual({
      sandbox: false,
      sendingEnabled: true,
      enforcement: "healthy",
      quota: { perDay: 50_000, perSecond: 14, sentLastDay: 0 },
    });
    await aws.sending({ sandbox: true, suspended: true });
    expect(await aws.ports.ses.getAccount(REGION)).toMatchObject({
      sandbox: true,
      sendingEnabled: false,
      enforcement: "shutdown",
      quota: { perDay: 200, perSecond: 1 },
    });
  });
});

describe("identities", () => {
  test("are all listed", async () => {
    expect(await aws.ports.ses.listIdentities(REGION)).toEqual([
      { name: "example.com", kind: "domain", status: "verified" },
      { name: "reports@example.com", kind: "address", status: "verified" },
    ]);
  });

  test("are found for an address by itself, by its domain and by a domain above that", async () => {
    const find = (name: string) => aws.ports.ses.findIdentity(REGION, name);
    const domain = { name: "example.com", kind: "domain", status: "verified" };
    expect(await find("reports@example.com")).toMatchObject({ kind: "address", status: "verified" });
    expect(await find("any@example.com")).toEqual(domain);
    expect(await find("any@deep.mail.example.com")).toEqual(domain);
    expect(await find("mail.example.com")).toEqual(domain);
    expect(await find("any@other.test")).toBeNull();
    expect(await aws.ports.ses.findIdentity("eu-central-1", "any@example.com")).toBeNull();
  });

  test("that wait for their link are pending, unless a domain already allows them", async () => {
    await aws.ports.ses.createIdentity(REGION, "new@other.test");
    await aws.ports.ses.createIdentity(REGION, "new@example.com");
    expect(await aws.ports.ses.findIdentity(REGION, "new@other.test")).toEqual({
      name: "new@other.test",
      kind: "address",
      status: "pending",
    });
    expect(await aws.ports.ses.findIdentity(REGION, "new@example.com")).toMatchObject({
      name: "example.com",
    });
    await expect(aws.ports.ses.createIdentity(REGION, "new@other.test")).rejects.toMatchObject({
      code: "upstream",
    });
    await aws.advance(86_400_000);
    expect(await aws.ports.ses.findIdentity(REGION, "new@other.test")).toMatchObject({ status: "failed" });
    const client = new SESv2Client(aws.settings(REGION));
    for (const EmailIdentity of ["new@other.test", "new@example.com"])
      await client.send(new DeleteEmailIdentityCommand({ EmailIdentity }));
    client.destroy();
  });
});

describe("a mail", () => {
  test("goes to whom the call names, and its id comes back", async () => {
    expect(await send({ to: "one@example.net" })).toMatchObject({ ok: true, messageId: expect.any(String) });
    expect((await arrived())[0]).toBe("one@example.net");
  });

  test.each([
    ["refused", { code: "MessageRejected", status: 400 }],
    ["refused", { code: "SendingPausedException", status: 400 }],
    ["later", { code: "TooManyRequestsException", status: 429 }],
    ["later", { code: "LimitExceededException", status: 400 }],
    ["later", { code: "InternalServiceErrorException", status: 500 }],
    ["later", { code: "ServiceUnavailable", status: 503 }],
  ])("that SES does not take is %s: %j", async (kind, fault) => {
    const before = await arrived();
    await aws.faults([{ operation: "SendEmail", times: 1, ...fault }]);
    expect(await send()).toMatchObject({ ok: false, kind });
    expect(await arrived()).toEqual(before);
  });

  test("from an unverified sender is refused in SES's words", async () => {
    const outcome = await send({ from: "a@other.test" });
    expect(outcome).toMatchObject({ ok: false, kind: "refused", error: { code: "upstream" } });
    expect(!outcome.ok && outcome.error.message).toContain("is not verified");
  });

  test.each([true, "answer"] as const)("whose connection broke is unclear (%s)", async (drop) => {
    await aws.faults([{ operation: "SendEmail", drop, times: 1 }]);
    const before = (await arrived()).length;
    expect(await send()).toMatchObject({ ok: false, kind: "unclear", error: { code: "unavailable" } });
    expect((await arrived()).length - before).toBe(drop === "answer" ? 1 : 0);
  });

  test.each([
    [502, ""],
    [504, "{}"],
    [503, "<html>Bad gateway</html>"],
    [200, "<html>Sign in</html>"],
  ])("answered with %i by something that is not SES is unclear: %j", async (status, body) => {
    const proxy = createServer((_, response) => response.writeHead(status).end(body));
    proxy.listen(0, "127.0.0.1");
    await once(proxy, "listening");
    const { port: at } = proxy.address() as AddressInfo; // a TCP server has no other kind of address
    const client = new SESv2Client({ ...aws.settings(REGION), endpoint: `http://127.0.0.1:${at}` });
    const port = sesPort(
      () => client,
      () => client,
    );
    expect(await port.sendRaw(REGION, mail)).toMatchObject({ ok: false, kind: "unclear" });
    client.destroy();
    proxy.close();
  });

  test("nobody was there for can be sent later", async () => {
    const nobody = new SESv2Client({ ...aws.settings(REGION), endpoint: "http://127.0.0.1:1" });
    const port = sesPort(
      () => nobody,
      () => nobody,
    );
    expect(await port.sendRaw(REGION, mail)).toMatchObject({ ok: false, kind: "later" });
    nobody.destroy();
  });
});
