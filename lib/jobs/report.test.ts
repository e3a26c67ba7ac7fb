import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { saveEmailReportsSchema } from "@/lib/email-reports/schema";
import { answerUnsubscribe, leadToChoice } from "@/lib/email-reports/service/answer-unsubscribe";
import { listRunViews } from "@/lib/email-reports/service/list-run-views";
import { listUnsubscriptions } from "@/lib/email-reports/service/list-runs";
import { previewReport } from "@/lib/email-reports/service/preview";
import { saveEmailReports } from "@/lib/email-reports/service/save";
import { sendTestReport } from "@/lib/email-reports/service/send-test";
import { readChoice } from "@/lib/email-reports/unsubscribe-choice";
import { withAws } from "@/lib/event-bridge/testing";
import { storeNotifications } from "@/lib/notifications/service/store";
import { envelopeOf, receivedFrom, sampleOf, testTopic } from "@/lib/notifications/testing";
import { addTopic } from "@/lib/recipients/testing";
import { reportStep } from "./report.ts";

const own = withAws();
const HOUR_MS = 3_600_000;
const uma: Actor = { kind: "user", id: "u", name: "Uma", email: "uma@example.com", role: "operator" };
const typed = {
  enabled: true,
  recipients: "a@example.com; B@Example.com,\n a@EXAMPLE.com",
  time: "08:00",
  zone: "UTC",
  days: ["1", "2", "3", "4", "5", "6", "7"],
  sender: "reports@example.com",
  onlyWhenFound: false,
  heartbeatDay: "1",
  isPrivate: false,
  label: "production",
  version: 0,
};

beforeEach(() => {
  vi.stubEnv("LOCAL_AWS_URL", own.aws.url);
  vi.stubEnv("CONSOLE_URL", "https://console.example");
  addTopic(testTopic.id);
});
afterEach(() => vi.unstubAllEnvs());

type Mail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  headers: { name: string; value: string }[];
};
async function mails(): Promise<Mail[]> {
  const answer = await fetch(`${own.aws.url}/_local/mails`);
  const { mails: all }: { mails: Mail[] } = await answer.json();
  return all.sort((a, b) => (a.to < b.to ? -1 : 1));
}
const headerOf = (mail: Mail | undefined, wanted: string) =>
  mail?.headers.find(({ name }) => name.toLowerCase() === wanted.toLowerCase())?.value;

const save = (changes: Partial<typeof typed> = {}) =>
  saveEmailReports({ actor: uma, input: saveEmailReportsSchema.parse({ ...typed, ...changes }) });
const tick = () => reportStep(own.aws.ports)(new AbortController().signal);

/** To five past eight of the day after this one. */
function pastTheSendTime() {
  const midnight = new Date().setUTCHours(24, 0, 0, 0);
  return own.aws.advance(midnight + 8 * HOUR_MS + 300_000 - Date.now());
}

function receive(...ids: string[]) {
  const at = new Date().toISOString();
  const received = ids.map((id, n) =>
    receivedFrom(envelopeOf(sampleOf(id), { messageId: `00000000-0000-4000-8000-00000000000${n}`, at })),
  );
  storeNotifications(received, () => []);
}

const INFECTED = "antivirus/scanResult/Infected/2021";
const CLEAN = "antivirus/scanResult/Clean";

describe("the report job", () => {
  test("sends yesterday's numbers to each recipient once, when the send time has passed", async () => {
    receive(INFECTED, CLEAN, INFECTED, CLEAN);
    const { next } = await save();
    expect(next).toMatch(/^Next report on \w+day 08:00 UTC to 2 recipients\.$/);
    await tick();
    expect(await mails()).toEqual([]);
    await pastTheSendTime();
    await tick();
    await tick();
    const sent = await mails();
    expect(sent.map(({ to }) => to)).toEqual(["B@example.com", "a@example.com"]);
    expect(sent[0]?.subject).toMatch(/^\[2 infected\] .*production$/);
    expect(sent[0]?.text).toMatch(/^All results +4 /m);
    expect(sent[0]?.text).toMatch(/^Infected +2 /m);
    expect(sent[0]?.html).toMatch(/2 infected/i);
    expect(listRunViews()).toMatchObject([
      { state: "sent", deliveries: [{ state: "sent" }, { state: "sent" }] },
    ]);
  });

  test("lets each recipient unsubscribe by one POST, and only by that", async () => {
    await save();
    await pastTheSendTime();
    await tick();
    const [mail] = await mails();
    expect(headerOf(mail, "List-Unsubscribe-Post")).toBe("List-Unsubscribe=One-Click");
    const url = /^<(https:\/\/console\.example\/unsubscribe\?token=\S+)>$/.exec(
      headerOf(mail, "List-Unsubscribe")?.replace(/\s+/g, "") ?? "",
    )?.[1];
    if (!url) throw new Error("no link");
    expect(mail?.text.replace(/\s+/g, "")).toContain(url);

    const led = leadToChoice(new Request(url));
    expect(led.status).toBe(303);
    const token = new URL(url).searchParams.get("token");
    expect(led.headers.get("location")).toBe(`/unsubscribe/choice?token=${token}`);
    expect(listUnsubscriptions()).toEqual([]);

    const post = (body: string, to = url) => answerUnsubscribe(new Request(to, { method: "POST", body }));
    expect((await post("List-Unsubscribe=One-Click")).status).toBe(200);
    expect(listUnsubscriptions()).toMatchObject([{ address: "b@example.com", by: "one-click" }]);
    expect(readChoice(token)).toEqual({ address: "b@example.com", isUnsubscribed: true });
    expect((await post("choice=resubscribe")).status).toBe(303);
    expect(readChoice(token)).toEqual({ address: "b@example.com", isUnsubscribed: false });
    const forged = url.replace(/.$/, (last) => (last === "A" ? "B" : "A"));
    const another = `https://console.example/unsubscribe?token=YUBiLmM.${forged.slice(-43)}`;
    await expect(post("List-Unsubscribe=One-Click", another)).rejects.toMatchObject({ code: "not_found" });
    expect((await post("choice=unsubscribe", another)).status).toBe(303);
    expect(listUnsubscriptions()).toEqual([]);
  });

  test("shows and sends a test by the settings as saved", async () => {
    await expect(sendTestReport({ actor: uma }, own.aws.ports)).rejects.toThrow("Save a sender first");
    await save({ enabled: false });
    expect(await sendTestReport({ actor: uma }, own.aws.ports)).toEqual({ recipient: "uma@example.com" });
    const [mail] = await mails();
    expect(mail?.subject).toMatch(/^Test: /);
    expect(headerOf(mail, "List-Unsubscribe")).toBeUndefined();
    expect(await previewReport("2999-01-01")).toBeNull();
    expect(await previewReport("2026-11-01")).toMatchObject({
      subject: expect.stringContaining("production"),
      html: expect.stringContaining("<table"),
      text: expect.any(String),
    });
  });

  test("is not on before it can send", () => {
    const issues = (changes: Partial<typeof typed>) =>
      saveEmailReportsSchema
        .safeParse({ ...typed, ...changes })
        .error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    expect(issues({})).toBeUndefined();
    expect(issues({ enabled: false, recipients: "", sender: "" })).toBeUndefined();
    expect(issues({ recipients: " ,; ", sender: "" })).toEqual([
      expect.stringContaining("recipients: Enter at least one address"),
      expect.stringContaining("sender: Enter the address"),
    ]);
    expect(issues({ recipients: "a@example.com, nobody, x@@y" })).toEqual([
      expect.stringMatching(/^recipients: .*nobody.*x@@y/),
    ]);
    expect(issues({ time: "24:00" })).toEqual([expect.stringContaining("time: ")]);
    expect(issues({ days: [] })).toEqual([expect.stringContaining("days: ")]);
    expect(issues({ onlyWhenFound: true, days: ["2"], heartbeatDay: "1" })).toEqual([
      expect.stringContaining("heartbeatDay: "),
    ]);
  });

  test("keeps its schedule when something else is saved, and begins anew when it changes", async () => {
    await save();
    await expect(save()).rejects.toMatchObject({ code: "conflict" });
    await expect(save({ zone: "Mars/Olympus", version: 1 })).rejects.toMatchObject({
      fieldErrors: { zone: [expect.any(String)] },
    });
    await pastTheSendTime();
    // a report is due; another label does not touch it, another time does
    await save({ label: "staging", version: 1 });
    await tick();
    expect(listRunViews()).toHaveLength(1);
    await save({ time: "00:01", version: 2 });
    await tick();
    expect(listRunViews()).toHaveLength(1);
    expect((await save({ enabled: false, version: 3 })).next).toContain("off");
  });
});
