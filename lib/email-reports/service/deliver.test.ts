import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { withAws } from "@/lib/event-bridge/testing";
import { findSetting } from "@/lib/settings/queries";
import { emailReportsSettings } from "../settings.ts";
import { deliverDue, type Mailing } from "./deliver.ts";
import { listDeliveries, listRuns } from "./list-runs.ts";
import { type Look, openDueRun } from "./open-run.ts";
import { sendAgain } from "./send-again.ts";
import { plainMailing, recipientsOf, turnReportsOn } from "./testing.ts";
import { unsubscribe } from "./unsubscribe.ts";

const own = withAws();
const actor = { kind: "user", id: "u", name: "Uma", email: "uma@example.com", role: "operator" } as const;
const found: Look = { isWorthSending: true, subject: (kind) => `A ${kind}` };
const quiet: Look = { ...found, isWorthSending: false };
const DUE = "2031-03-02T08:00:00Z";

/** One round of the job at a time, with or without a look that finds something. */
async function tick(now: string, look = found, around: Partial<Mailing> = {}) {
  const at = new Date(now);
  await openDueRun(findSetting(emailReportsSettings).value, at, async () => look);
  const mailing = plainMailing(own.aws.ports.ses, around);
  return deliverDue(mailing, { clock: () => at, signal: new AbortController().signal });
}

const deliveries = () => listDeliveries(listRuns().map(({ id }) => id));
const states = () => Object.fromEntries(deliveries().map(({ recipient, state }) => [recipient, state]));
const lostAnswer = { operation: "SendEmail", drop: "answer" };
const throttled = { operation: "SendEmail", code: "TooManyRequestsException", status: 429, message: "slow" };
const faults = (...list: object[]) =>
  fetch(`${own.aws.url}/_local/faults`, { method: "PUT", body: JSON.stringify({ faults: list }) });

beforeEach(() => {
  turnReportsOn("2031-03-01T12:00:00Z");
});
afterEach(() => vi.unstubAllEnvs());

describe("a report that fell due", () => {
  test("reaches each recipient once, whoever looks again", async () => {
    await tick("2031-03-02T07:59:59Z");
    expect(listRuns()).toEqual([]);
    await tick(DUE);
    await tick("2031-03-02T08:00:02Z");
    expect(await recipientsOf(own.aws.url)).toEqual(["a@example.com", "b@example.com"]);
    expect(listRuns()).toMatchObject([
      { day: "2031-03-01", state: "sent", kind: "report", subject: "A report" },
    ]);
    expect(deliveries()).toMatchObject([
      { state: "sent", attempts: 1, messageId: expect.any(String) },
      { state: "sent", attempts: 1, messageId: expect.any(String) },
    ]);
  });

  test("is made up for within 6 hours of a downtime", async () => {
    await tick("2031-03-02T13:59:00Z");
    expect(await recipientsOf(own.aws.url)).toHaveLength(2);
  });

  test("is noted as missed after that, once, and part of the next", async () => {
    await tick("2031-03-02T14:00:01Z");
    await tick("2031-03-02T14:00:03Z");
    expect(listRuns()).toMatchObject([{ day: "2031-03-01", state: "missed" }]);
    await tick("2031-03-03T08:00:00Z");
    expect(listRuns()).toMatchObject([
      { day: "2031-03-02", firstDay: "2031-03-01", state: "sent" },
      { state: "missed" },
    ]);
  });

  test("is not sent when nothing was found, but for one day a week", async () => {
    turnReportsOn("2031-03-01T12:00:00Z", { onlyWhenFound: true, heartbeatDay: 1 });
    await tick(DUE, quiet);
    await tick("2031-03-03T08:00:00Z", quiet);
    await tick("2031-03-04T08:00:00Z", found);
    expect(listRuns().map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      "report sent",
      "heartbeat sent",
      "report skipped",
    ]);
    expect(await recipientsOf(own.aws.url)).toHaveLength(4);
  });

  test("goes to nobody who has unsubscribed, before or since it was decided", async () => {
    unsubscribe("A@example.com", "one-click");
    await faults({ ...throttled, times: 1 });
    await tick(DUE);
    unsubscribe("b@example.com", "page");
    await tick("2031-03-02T08:10:00Z");
    expect(await recipientsOf(own.aws.url)).toEqual([]);
    expect(deliveries()).toMatchObject([
      { recipient: "b@example.com", state: "failed", error: "It has unsubscribed." },
    ]);
    await tick("2031-03-03T08:00:00Z");
    expect(listRuns()[0]).toMatchObject({ state: "skipped", note: expect.stringContaining("unsubscribed") });
  });
});

describe("a mail that SES", () => {
  test("clearly did not take is sent again, later each time, and arrives once", async () => {
    await faults({ ...throttled, times: 3 });
    expect(await tick(DUE)).toEqual({ hasFault: true });
    for (const minute of [10, 20, 30]) await tick(`2031-03-02T08:${minute}:00Z`);
    expect(await recipientsOf(own.aws.url)).toEqual(["a@example.com", "b@example.com"]);
    expect(listRuns()).toMatchObject([{ state: "sent" }]);
  });

  test("may have taken is unknown, and never sent again by itself", async () => {
    await faults({ ...lostAnswer, times: 1 });
    await tick(DUE);
    await tick("2031-03-02T09:00:00Z");
    expect(states()).toEqual({ "a@example.com": "unknown", "b@example.com": "sent" });
    expect(await recipientsOf(own.aws.url)).toEqual(["a@example.com", "b@example.com"]);
  });

  test("refused fails at once, with its reason; the others go out", async () => {
    await fetch(`${own.aws.url}/_local/sending`, { method: "PUT", body: '{"sandbox":true}' });
    turnReportsOn("2031-03-01T12:00:00Z", { recipients: ["a@example.com", "c@elsewhere.example"] });
    await tick(DUE);
    expect(deliveries()).toMatchObject([
      { recipient: "a@example.com", state: "sent" },
      { recipient: "c@elsewhere.example", state: "failed", error: expect.stringContaining("not verified") },
    ]);
  });

  test("took from nobody for 6 hours failed, and is part of the next report", async () => {
    await faults({ ...throttled, times: 1_000 });
    for (let minute = 0; minute <= 370; minute += 5)
      await tick(new Date(Date.parse(DUE) + minute * 60_000).toISOString());
    expect(listRuns()).toMatchObject([{ state: "failed" }]);
    await faults();
    await tick("2031-03-03T08:00:00Z");
    expect(listRuns()[0]).toMatchObject({ firstDay: "2031-03-01", state: "sent" });
  });
});

describe("a process that died", () => {
  const died = () => Promise.reject(new Error("died"));

  test("between claim and send leaves an unknown, and the rest is sent", async () => {
    await expect(tick(DUE, found, { send: died })).rejects.toThrow("died");
    expect(states()).toEqual({ "a@example.com": "sending", "b@example.com": "pending" });
    await tick("2031-03-02T08:00:10Z");
    expect(states()).toEqual({ "a@example.com": "unknown", "b@example.com": "sent" });
    expect(await recipientsOf(own.aws.url)).toEqual(["b@example.com"]);
  });

  test("while it wrote a mail has claimed nothing", async () => {
    await expect(tick(DUE, found, { compose: died })).rejects.toThrow("died");
    await tick("2031-03-02T08:00:10Z");
    expect(await recipientsOf(own.aws.url)).toEqual(["a@example.com", "b@example.com"]);
  });

  test("and was only asleep still marks what it sent", async () => {
    const send: Mailing["send"] = async (mail) => {
      if (mail.to === "a@example.com") await tick("2031-03-02T08:00:30Z");
      return own.aws.ports.ses.sendRaw("us-east-1", mail);
    };
    await tick(DUE, found, { send });
    expect(states()).toEqual({ "a@example.com": "sent", "b@example.com": "sent" });
    expect(await recipientsOf(own.aws.url)).toEqual(["a@example.com", "b@example.com"]);
  });
});

describe("sending again", () => {
  test("is for what failed or is unknown, and sends it once more", async () => {
    await faults({ ...lostAnswer, times: 1 });
    await tick(DUE);
    const [unknown, sent] = deliveries();
    await expect(sendAgain({ actor, id: sent?.id ?? "" })).rejects.toMatchObject({ code: "conflict" });
    vi.stubEnv("LOCAL_AWS_URL", own.aws.url);
    await own.aws.advance(Date.parse("2031-03-02T08:30:00Z") - Date.now());
    expect(await sendAgain({ actor, id: unknown?.id ?? "" })).toEqual({ recipient: "a@example.com" });
    expect(listRuns()).toMatchObject([{ state: "sending" }]);
    await tick("2031-03-02T09:00:00Z");
    expect(states()).toEqual({ "a@example.com": "sent", "b@example.com": "sent" });
    expect(listRuns()).toMatchObject([{ state: "sent" }]);
  });

  test("is refused for whoever has unsubscribed, or does not exist", async () => {
    await faults({ ...lostAnswer, times: 1 });
    await tick(DUE);
    unsubscribe("a@example.com", "page");
    await expect(sendAgain({ actor, id: deliveries()[0]?.id ?? "" })).rejects.toThrow("unsubscribed");
    await expect(sendAgain({ actor, id: "nothing" })).rejects.toMatchObject({ code: "not_found" });
  });
});
