import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { withLocalAws } from "../local-aws/testing.ts";
import { findMail, listMails } from "./queries.ts";

const TOTAL = 450;

/** A mailbox of 450 mails, every tenth to ops; it pages as the embedded AWS does. */
function page(url: URL) {
  const limit = Number(url.searchParams.get("limit"));
  const before = Number(url.searchParams.get("before") ?? TOTAL + 1);
  const ids = Array.from({ length: TOTAL }, (_, n) => TOTAL - n).filter((id) => id < before);
  const mails = ids.slice(0, limit).map((id) => ({
    id: String(id),
    date: new Date(id * 1000).toISOString(),
    from: '"AWS Notifications" <no-reply@sns.amazonaws.com>',
    to: id % 10 === 0 ? "Ops@example.com" : "security@example.com",
    subject: `Mail ${id}`,
    text: "text",
    html: null,
    kind: "notification",
  }));
  return { mails, ...(ids.length > limit && { nextBefore: mails.at(-1)?.id }) };
}

const server = createServer((request, response) => {
  const url = new URL(request.url ?? "/", "http://localhost");
  if (url.pathname === "/_local/mails") response.end(JSON.stringify(page(url)));
  else response.writeHead(404).end("{}");
});

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(() => server.close());
afterEach(() => vi.unstubAllEnvs());

function useMailbox() {
  const { port } = server.address() as AddressInfo; // a TCP server has no other kind of address
  vi.stubEnv("LOCAL_AWS_URL", `http://127.0.0.1:${port}`);
}

async function allTo(to: string) {
  const ids: string[] = [];
  let before: string | undefined;
  do {
    const { mails, nextBefore } = await listMails({ to, before });
    ids.push(...mails.map((mail) => mail.id));
    before = nextBefore;
  } while (before !== undefined);
  return ids;
}

describe("the mailbox", () => {
  test("is read page by page, newest first, without losing or repeating a mail", async () => {
    useMailbox();
    const { mails, nextBefore } = await listMails({ to: "", before: undefined });
    expect(mails.map((mail) => mail.id).slice(0, 2)).toEqual(["450", "449"]);
    expect(nextBefore).toBe(mails.at(-1)?.id);
    expect(await allTo("")).toEqual(Array.from({ length: TOTAL }, (_, n) => String(TOTAL - n)));
  });

  test("finds a recipient in any case, also beyond the newest mails", async () => {
    useMailbox();
    expect(await allTo("OPS@")).toEqual(Array.from({ length: 45 }, (_, n) => String(450 - n * 10)));
    expect(await allTo("nobody@")).toEqual([]);
  });

  test("finds one mail by its id, or none", async () => {
    useMailbox();
    expect((await findMail("7"))?.subject).toBe("Mail 7");
    expect(await findMail("9999")).toBeUndefined();
    expect(await findMail("0")).toBeUndefined();
  });

  test("says so when the embedded AWS does not answer", async () => {
    vi.stubEnv("LOCAL_AWS_URL", "http://127.0.0.1:1");
    await expect(listMails({ to: "", before: undefined })).rejects.toMatchObject({ code: "unavailable" });
  });
});

describe("the mailbox of a running embedded AWS", () => {
  const aws = withLocalAws();

  test("holds what SNS asks and what was sent through SES, with its header", async () => {
    vi.stubEnv("LOCAL_AWS_URL", aws.url);
    const TopicArn = await aws.newTopic();
    await aws.subscribe({ TopicArn, Protocol: "email", Endpoint: "ops@example.com" });
    const Html = { Data: "<p>rich</p>" };
    const { MessageId } = await aws.client(SESv2Client).send(
      new SendEmailCommand({
        FromEmailAddress: "reports@example.com",
        Destination: { ToAddresses: ["ops@example.com"] },
        Content: { Simple: { Subject: { Data: "Report" }, Body: { Html } } },
      }),
    );
    const { mails } = await listMails({ to: "ops@", before: undefined });
    expect(
      mails.map(({ kind, text, html, headers }) => ({ kind, text: text !== "", html, headers })),
    ).toEqual([
      { kind: "email", text: false, html: "<p>rich</p>", headers: expect.any(Array) },
      { kind: "confirmation", text: true, html: expect.any(String), headers: [] },
    ]);
    expect(mails[0]?.headers).toContainEqual({
      name: "Message-ID",
      value: `<${MessageId}@email.amazonses.com>`,
    });
  });
});
