import {
  CreateEmailIdentityCommand,
  DeleteEmailIdentityCommand,
  DeleteSuppressedDestinationCommand,
  GetAccountCommand,
  GetEmailIdentityCommand,
  GetSuppressedDestinationCommand,
  ListEmailIdentitiesCommand,
  ListSuppressedDestinationsCommand,
  PutSuppressedDestinationCommand,
  SESv2Client,
  SendEmailCommand,
  type SuppressionListReason,
} from "@aws-sdk/client-sesv2";
import { beforeEach, describe, expect, test } from "vitest";
import { refusalOf, withLocalAws } from "../testing.ts";

const aws = withLocalAws();
const ses = () => aws.client(SESv2Client);
const HOUR_MS = 3_600_000;

beforeEach(() => aws.control("POST", "/_local/reset"));

const create = (EmailIdentity: string) => ses().send(new CreateEmailIdentityCommand({ EmailIdentity }));
const get = (EmailIdentity: string) => ses().send(new GetEmailIdentityCommand({ EmailIdentity }));
const list = (PageSize?: number, NextToken?: string) =>
  ses().send(new ListEmailIdentitiesCommand({ PageSize, NextToken }));

async function verificationLink(address: string): Promise<string> {
  interface Mail {
    to: string;
    kind: string;
    text: string;
    html: string;
    links: { verify?: string };
  }
  const { mails } = await aws.control<{ mails: Mail[] }>("GET", "/_local/mails");
  const mail = mails.find(({ to, kind }) => to === address && kind === "verification");
  const link = mail?.links.verify ?? "";
  expect(mail?.text).toContain(link);
  expect(mail?.html).toContain("Verify email address");
  return link;
}

async function open(link: string) {
  const response = await fetch(link);
  return { status: response.status, html: await response.text() };
}

test("a fresh account may send from example.com, and has an address to offer", async () => {
  const { EmailIdentities } = await list();
  const verified = { SendingEnabled: true, VerificationStatus: "SUCCESS" };
  expect(EmailIdentities).toEqual([
    { IdentityType: "DOMAIN", IdentityName: "example.com", ...verified },
    { IdentityType: "EMAIL_ADDRESS", IdentityName: "reports@example.com", ...verified },
  ]);
});

describe("an address", () => {
  test("is verified by whoever opens the link in its mail", async () => {
    expect(await create("New.Sender@Other.TEST")).toMatchObject({
      IdentityType: "EMAIL_ADDRESS",
      VerifiedForSendingStatus: false,
    });
    const name = "New.Sender@other.test";
    expect(await get(name)).toMatchObject({ VerificationStatus: "PENDING", VerifiedForSendingStatus: false });
    const { status, html } = await open(await verificationLink(name));
    expect(status).toBe(200);
    expect(html).toContain("Email address verified!");
    expect(html).toContain("Amazon Simple Email Service, local");
    expect(await get(name)).toMatchObject({ VerificationStatus: "SUCCESS", VerifiedForSendingStatus: true });
    expect((await open(await verificationLink(name))).status, "opened again").toBe(200);
    await ses().send(
      new SendEmailCommand({
        FromEmailAddress: name,
        Destination: { ToAddresses: ["a@example.net"] },
        Content: { Simple: { Subject: { Data: "s" }, Body: { Text: { Data: "t" } } } },
      }),
    );
  });

  test("fails when nobody does within 24 hours, and can be asked for anew once it is deleted", async () => {
    await create("late@other.test");
    const link = await verificationLink("late@other.test");
    await aws.advance(24 * HOUR_MS);
    const { status, html } = await open(link);
    expect(status).toBe(400);
    expect(html).toContain("Email address not verified");
    expect((await get("late@other.test")).VerificationStatus).toBe("FAILED");
    await ses().send(new DeleteEmailIdentityCommand({ EmailIdentity: "late@other.test" }));
    await create("late@other.test");
    expect((await open(await verificationLink("late@other.test"))).status).toBe(200);
  });

  test("is not verified by a link that was never sent, nor by a mere HEAD", async () => {
    await create("a@other.test");
    expect((await open(`${aws.url}/verify-identity.html?Token=<img>`)).status).toBe(400);
    expect((await open(`${aws.url}/verify-identity.html`)).status).toBe(400);
    expect((await fetch(await verificationLink("a@other.test"), { method: "HEAD" })).status).toBe(405);
    expect((await get("a@other.test")).VerificationStatus).toBe("PENDING");
  });
});

test("a domain gets no mail; it is verified a minute later", async () => {
  await create("Other.test");
  expect(await aws.control("GET", "/_local/mails")).toEqual({ mails: [] });
  expect((await get("other.test")).VerificationStatus).toBe("PENDING");
  await aws.advance(60_000);
  expect(await get("other.test")).toMatchObject({ IdentityType: "DOMAIN", VerifiedForSendingStatus: true });
});

test("an identity that exists, is none or is not there is refused by the names AWS gives that", async () => {
  expect(await refusalOf(create("example.com"))).toMatchObject({
    name: "AlreadyExistsException",
    status: 400,
  });
  expect(await refusalOf(create("not an identity"))).toMatchObject({ name: "BadRequestException" });
  expect(await refusalOf(get("none+x@other.test"))).toEqual({
    name: "NotFoundException",
    message: "Email identity none+x@other.test does not exist.",
    status: 404,
  });
  const remove = ses().send(new DeleteEmailIdentityCommand({ EmailIdentity: "none.test" }));
  expect(await refusalOf(remove)).toMatchObject({ name: "NotFoundException" });
});

test("identities are listed page by page, also the way older clients ask", async () => {
  await create("third.test");
  const first = await list(2);
  expect(first.EmailIdentities?.map(({ IdentityName }) => IdentityName)).toEqual([
    "example.com",
    "reports@example.com",
  ]);
  const second = await list(2, first.NextToken);
  expect(second.EmailIdentities?.map(({ IdentityName }) => IdentityName)).toEqual(["third.test"]);
  expect(second.NextToken).toBeUndefined();
  expect(await refusalOf(list(2, "x"))).toMatchObject({ name: "InvalidNextTokenException", status: 400 });
  const authorization =
    "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/ses/aws4_request, SignedHeaders=host, Signature=0";
  const older = await fetch(`${aws.url}/v2/email/identities?PageSize=1`, { headers: { authorization } });
  expect(await older.json()).toMatchObject({ EmailIdentities: [{ IdentityName: "example.com" }] });
});

test("the account says what it may: out of the sandbox at first, and inside once that is switched on", async () => {
  const account = () => ses().send(new GetAccountCommand({}));
  expect(await account()).toMatchObject({
    ProductionAccessEnabled: true,
    SendingEnabled: true,
    EnforcementStatus: "HEALTHY",
    SendQuota: { Max24HourSend: 50_000, MaxSendRate: 14, SentLast24Hours: 0 },
  });
  await aws.control("PUT", "/_local/sending", { sandbox: true, paused: true });
  expect(await account()).toMatchObject({
    ProductionAccessEnabled: false,
    SendingEnabled: false,
    SendQuota: { Max24HourSend: 200, MaxSendRate: 1 },
  });
  await aws.control("PUT", "/_local/sending", { suspended: true });
  expect(await account()).toMatchObject({ SendingEnabled: false, EnforcementStatus: "SHUTDOWN" });
  expect(await aws.control("GET", "/_local/sending")).toEqual({
    sandbox: true,
    paused: true,
    suspended: true,
  });
});

test.each(['{"sandbox":1}', '{"other":true}', "[]"])("the control body %s is refused", async (body) => {
  expect((await fetch(`${aws.url}/_local/sending`, { method: "PUT", body })).status).toBe(400);
});

describe("the suppression list", () => {
  const put = (EmailAddress: string, Reason: SuppressionListReason) =>
    ses().send(new PutSuppressedDestinationCommand({ EmailAddress, Reason }));

  test("is put to, read, listed by reason and time, and taken from", async () => {
    await put("b+1@Example.net", "COMPLAINT");
    await aws.advance(HOUR_MS);
    await put("a@example.net", "BOUNCE");
    const { SuppressedDestination } = await ses().send(
      new GetSuppressedDestinationCommand({ EmailAddress: "b+1@example.net" }),
    );
    expect(SuppressedDestination).toMatchObject({ EmailAddress: "b+1@example.net", Reason: "COMPLAINT" });
    expect(SuppressedDestination?.LastUpdateTime).toBeInstanceOf(Date);
    const listed = async (input = {}) =>
      (await ses().send(new ListSuppressedDestinationsCommand(input))).SuppressedDestinationSummaries?.map(
        ({ EmailAddress }) => EmailAddress,
      );
    expect(await listed()).toEqual(["a@example.net", "b+1@example.net"]);
    expect(await listed({ Reasons: ["BOUNCE"] })).toEqual(["a@example.net"]);
    expect(await listed({ EndDate: new Date(Date.now() + HOUR_MS / 2) })).toEqual(["b+1@example.net"]);
    const remove = () =>
      ses().send(new DeleteSuppressedDestinationCommand({ EmailAddress: "b+1@example.net" }));
    await remove();
    expect(await refusalOf(remove())).toMatchObject({ name: "NotFoundException", status: 404 });
    expect(await listed()).toEqual(["a@example.net"]);
  });
});

test("identities, suppression, switches and mails are there again after a restart", async () => {
  await create("stays@other.test");
  await ses().send(new PutSuppressedDestinationCommand({ EmailAddress: "a@example.net", Reason: "BOUNCE" }));
  await aws.control("PUT", "/_local/sending", { sandbox: true });
  await aws.restart();
  await open(await verificationLink("stays@other.test"));
  expect((await get("stays@other.test")).VerifiedForSendingStatus).toBe(true);
  await ses().send(new GetSuppressedDestinationCommand({ EmailAddress: "a@example.net" }));
  expect((await ses().send(new GetAccountCommand({}))).ProductionAccessEnabled).toBe(false);
  expect((await list()).EmailIdentities).toHaveLength(3);
});
