import {
  PutSuppressedDestinationCommand,
  SESv2Client,
  SendEmailCommand,
  type SendEmailCommandInput,
} from "@aws-sdk/client-sesv2";
import MailComposer from "nodemailer/lib/mail-composer";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { refusalOf, withLocalAws } from "../testing.ts";

const aws = withLocalAws();
const ses = () => aws.client(SESv2Client);

beforeEach(() => aws.control("POST", "/_local/reset"));
afterEach(() => aws.control("PUT", "/_local/faults", { faults: [] }));

interface Mail {
  kind: string;
  from: string;
  to: string;
  subject: string;
  text: string;
  html: string | null;
  messageId: string;
  headers: { name: string; value: string }[];
}

const mailbox = async () => (await aws.control<{ mails: Mail[] }>("GET", "/_local/mails")).mails;
const headerOf = (mail: Mail | undefined, wanted: string) =>
  mail?.headers.filter(({ name }) => name === wanted).map(({ value }) => value);

function simple(change: Partial<SendEmailCommandInput> = {}) {
  const input: SendEmailCommandInput = {
    FromEmailAddress: '"Reports" <reports@example.com>',
    Destination: { ToAddresses: ["ops@example.net"] },
    Content: { Simple: { Subject: { Data: "Grüße" }, Body: { Text: { Data: "a\nb" } } } },
    ...change,
  };
  return ses().send(new SendEmailCommand(input));
}

function raw(text: string, change: Partial<SendEmailCommandInput> = {}) {
  const Destination = { ToAddresses: ["ops@example.net"] };
  const Content = { Raw: { Data: Buffer.from(text) } };
  return ses().send(new SendEmailCommand({ Destination, Content, ...change }));
}

describe("a simple message", () => {
  test("lands in the mailbox with text, HTML and header", async () => {
    const Simple = {
      Subject: { Data: "Report … 1" },
      Body: { Text: { Data: "plain" }, Html: { Data: "<p>rich</p>" } },
      Headers: [{ Name: "Auto-Submitted", Value: "auto-generated" }],
    };
    const { MessageId } = await simple({ Content: { Simple }, ReplyToAddresses: ["team@example.org"] });
    const [mail] = await mailbox();
    expect(mail).toMatchObject({
      kind: "email",
      from: '"Reports" <reports@example.com>',
      to: "ops@example.net",
      subject: "Report … 1",
      text: "plain",
      html: "<p>rich</p>",
      messageId: MessageId,
    });
    expect(headerOf(mail, "Auto-Submitted")).toEqual(["auto-generated"]);
    expect(headerOf(mail, "Reply-To")).toEqual(["team@example.org"]);
    expect(headerOf(mail, "Message-ID")).toEqual([`<${MessageId}@email.amazonses.com>`]);
  });

  test("goes to everybody once, and nobody sees who got a blind copy", async () => {
    const Destination = {
      ToAddresses: ["a@example.net", "A Name <b@example.net>"],
      CcAddresses: ["a@EXAMPLE.net"],
      BccAddresses: ["c@example.net"],
    };
    await simple({ Destination });
    const mails = await mailbox();
    expect(mails.map(({ to }) => to).sort()).toEqual(["a@example.net", "b@example.net", "c@example.net"]);
    expect(mails.flatMap((mail) => headerOf(mail, "Bcc") ?? [])).toEqual([]);
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(1);
  });
});

describe("a raw message", () => {
  test("as nodemailer composes it is read whole", async () => {
    const subject =
      "[3 infected] Antivirus report, 21 Nov, production … 報告 and a long tail beyond one line";
    const text = `Größe 1\n${"x".repeat(200)}\n.\nend`;
    const html = `<!doctype html><html lang="en"><p>Größe = 2 ${"y".repeat(200)}</p></html>`;
    const composed = new MailComposer({
      from: '"Berichte, täglich" <reports@example.com>',
      to: "ops@example.net",
      subject,
      text,
      html,
      messageId: "<own@console.example>",
      headers: { "Auto-Submitted": "auto-generated", "List-Unsubscribe": "<https://c.example/u?t=1>" },
    });
    const bytes = await composed.compile().build();
    const { MessageId } = await raw(bytes.toString("latin1"));
    const [mail] = await mailbox();
    expect(mail).toMatchObject({ subject, html, to: "ops@example.net", messageId: MessageId });
    expect(mail?.text.trimEnd()).toBe(text);
    expect(mail?.from).toContain("Berichte, täglich");
    expect(headerOf(mail, "List-Unsubscribe")).toEqual(["<https://c.example/u?t=1>"]);
    expect(headerOf(mail, "Message-ID"), "SES's own").toEqual([`<${MessageId}@email.amazonses.com>`]);
    expect(headerOf(mail, "Date")).toHaveLength(1);
  });

  test("names its recipients itself when the call does not", async () => {
    await raw("From: reports@example.com\r\nTo: a@example.net\r\nBcc: b@example.net\r\n\r\nx", {
      Destination: undefined,
    });
    expect((await mailbox()).map(({ to }) => to)).toEqual(["b@example.net", "a@example.net"]);
  });

  test.each([
    ["To: a@example.net\r\n\r\nx", "Missing required header 'From'."],
    ["From: reports@example.com\r\nSubject: 1\r\nsubject: 2\r\n\r\nx", "Duplicate header 'Subject'."],
  ])("%j is refused", async (text, message) => {
    expect(await refusalOf(raw(text))).toEqual({ name: "BadRequestException", message, status: 400 });
  });
});

describe("an address", () => {
  test.each([
    ["nobody", "Missing final '@domain'"],
    ["a@", "Missing domain"],
    ["a@example.com.", "Missing domain"],
    ["a@exam ple.com", "Domain contains control or whitespace"],
    ["a@exämple.com", "Domain contains illegal character"],
    ["ä@example.com", "Local address contains illegal character"],
    ["a b@example.com", "Local address contains control or whitespace"],
  ])("%s is refused, and nobody else gets the mail", async (address, message) => {
    const Destination = { ToAddresses: ["ok@example.net", address] };
    const refused = { name: "BadRequestException", message, status: 400 };
    expect(await refusalOf(simple({ Destination }))).toEqual(refused);
    expect(await mailbox()).toEqual([]);
  });

  test("beyond the fiftieth is too many", async () => {
    const ToAddresses = Array.from({ length: 51 }, (_, n) => `r${n}@example.net`);
    expect(await refusalOf(simple({ Destination: { ToAddresses } }))).toMatchObject({
      message: "Recipient count exceeds 50.",
    });
    await simple({ Destination: { ToAddresses: ToAddresses.slice(1) } });
  });
});

describe("who may send", () => {
  const rejected = (failed: string, region = "US-EAST-1") => ({
    name: "MessageRejected",
    message: `Email address is not verified. The following identities failed the check in region ${region}: ${failed}`,
    status: 400,
  });

  test("a verified domain stands for all of its addresses and subdomains", async () => {
    await simple({ FromEmailAddress: "anybody@example.com" });
    await simple({ FromEmailAddress: "anybody@mail.EXAMPLE.com" });
    expect(await refusalOf(simple({ FromEmailAddress: "a@notexample.com" }))).toEqual(
      rejected("a@notexample.com"),
    );
  });

  test("every address a message claims to come from counts", async () => {
    const text = "From: x@other.test\r\nSender: y@other.test\r\n\r\nx";
    expect(await refusalOf(raw(text, { FromEmailAddress: "reports@example.com" }))).toEqual(
      rejected("x@other.test, y@other.test"),
    );
  });

  test("identities are a region's own", async () => {
    const elsewhere = new SESv2Client({
      region: "eu-central-1",
      endpoint: aws.url,
      credentials: { accessKeyId: "local", secretAccessKey: "local" },
      maxAttempts: 1,
    });
    const command = new SendEmailCommand({
      FromEmailAddress: "reports@example.com",
      Destination: { ToAddresses: ["a@example.net"] },
      Content: { Simple: { Subject: { Data: "s" }, Body: { Text: { Data: "t" } } } },
    });
    expect(await refusalOf(elsewhere.send(command))).toEqual(rejected("reports@example.com", "EU-CENTRAL-1"));
    elsewhere.destroy();
  });

  test("in the sandbox recipients must be verified too, except the simulator's", async () => {
    await aws.control("PUT", "/_local/sending", { sandbox: true });
    expect(await refusalOf(simple())).toEqual(rejected("ops@example.net"));
    await simple({ Destination: { ToAddresses: ["me@example.com"] } });
    await aws.advance(1000);
    await simple({ Destination: { ToAddresses: ["success@simulator.amazonses.com"] } });
  });
});

describe("how much may be sent", () => {
  const toMyself = () => simple({ Destination: { ToAddresses: ["me@example.com"] } });

  test("in the sandbox one message a second, and 200 recipients in 24 hours", async () => {
    await aws.control("PUT", "/_local/sending", { sandbox: true });
    await toMyself();
    expect(await refusalOf(toMyself())).toEqual({
      name: "TooManyRequestsException",
      message: "Maximum sending rate exceeded.",
      status: 429,
    });
    const ToAddresses = Array.from({ length: 50 }, (_, n) => `r${n}@example.com`);
    for (let n = 0; n < 3; n += 1) {
      await aws.advance(1000);
      await simple({ Destination: { ToAddresses } });
    }
    await aws.advance(1000);
    expect(await refusalOf(simple({ Destination: { ToAddresses } }))).toEqual({
      name: "LimitExceededException",
      message: "Daily message quota exceeded.",
      status: 400,
    });
    await toMyself();
    await aws.advance(86_400_000);
    await simple({ Destination: { ToAddresses } });
  });
});

test("a suppressed address gets nothing, and SES accepts the mail all the same", async () => {
  const put = { EmailAddress: "ops@example.net", Reason: "BOUNCE" } as const;
  await ses().send(new PutSuppressedDestinationCommand(put));
  expect((await simple()).MessageId).toBeTypeOf("string");
  expect(await mailbox()).toEqual([]);
});

test.each([
  [{ paused: true }, "SendingPausedException"],
  [{ suspended: true }, "AccountSuspendedException"],
])("an account that is %j sends nothing", async (state, name) => {
  await aws.control("PUT", "/_local/sending", state);
  expect(await refusalOf(simple())).toMatchObject({ name, status: 400 });
  expect(await mailbox()).toEqual([]);
});

test("faults strike by the operation's name; an answer may be lost after the mail was taken", async () => {
  const faults = [
    { operation: "SendEmail", code: "TooManyRequestsException", status: 429 },
    { operation: "SendEmail", drop: true },
    { operation: "SendEmail", drop: "answer" },
  ];
  await aws.control("PUT", "/_local/faults", { faults });
  expect(await refusalOf(simple())).toMatchObject({ name: "TooManyRequestsException", status: 429 });
  await expect(simple()).rejects.toMatchObject({ code: "ECONNRESET" });
  expect(await mailbox()).toEqual([]);
  await expect(simple()).rejects.toMatchObject({ code: "ECONNRESET" });
  expect(await mailbox()).toHaveLength(1);
});

test("content of no kind or a template that is not there is refused", async () => {
  expect(await refusalOf(simple({ Content: {} }))).toMatchObject({ name: "BadRequestException" });
  const Template = { TemplateName: "t", TemplateData: "{}" };
  expect(await refusalOf(simple({ Content: { Template } }))).toMatchObject({
    name: "NotFoundException",
    status: 404,
  });
});

test("the error's name comes in the header x-amzn-errortype", async () => {
  const authorization =
    "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/ses/aws4_request, SignedHeaders=host, Signature=0";
  const missing = await fetch(`${aws.url}/v2/email/identities/none@example.com`, {
    headers: { authorization },
  });
  expect(missing.status).toBe(404);
  expect(missing.headers.get("x-amzn-errortype")).toBe("NotFoundException");
  expect((await fetch(`${aws.url}/v2/email/nothing`, { headers: { authorization } })).status).toBe(404);
  expect((await fetch(`${aws.url}/v2/email/account`)).status, "unsigned").toBe(403);
});
