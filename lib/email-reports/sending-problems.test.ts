import { describe, expect, test } from "vitest";
import type { SesAccount, SesIdentity } from "@/lib/aws/ports";
import { offeredSenders, type Sending, sendingProblems } from "./sending-problems.ts";

const healthy: SesAccount = {
  sandbox: false,
  sendingEnabled: true,
  enforcement: "healthy",
  quota: { perDay: 50_000, perSecond: 14, sentLastDay: 0 },
};
const identities: SesIdentity[] = [
  { name: "example.com", kind: "domain", status: "verified" },
  { name: "ops@other.example", kind: "address", status: "verified" },
  { name: "new@other.example", kind: "address", status: "pending" },
];
const sending = (account: Partial<SesAccount> = {}): Sending => ({
  region: "us-east-1",
  account: { ...healthy, ...account },
  identities,
});
const titles = (account: Partial<SesAccount>, sender: string, recipients: string[] = []) =>
  sendingProblems(sending(account), { sender, recipients }).map(({ title }) => title);

describe("before saving", () => {
  test.each(["reports@example.com", "A@mail.Example.com", "ops@other.example", ""])(
    "nothing is said of the sender %j",
    (sender) => {
      expect(titles({}, sender)).toEqual([]);
    },
  );

  test.each([
    ["x@notexample.com", "SES may not send from x@notexample.com"],
    ["new@other.example", "new@other.example is not verified yet"],
  ])("an unverified sender is named: %s", (sender, title) => {
    expect(titles({}, sender)).toEqual([title]);
  });

  test("a paused account is named, whoever paused it", () => {
    for (const account of [{ sendingEnabled: false }, { enforcement: "shutdown" as const }])
      expect(titles(account, "")).toEqual(["SES has paused this account's sending in us-east-1"]);
  });

  test("the sandbox names whom it refuses", () => {
    const recipients = ["a@example.com", "new@other.example", "b@b.example"];
    const [problem] = sendingProblems(sending({ sandbox: true }), { sender: "", recipients });
    expect(problem).toMatchObject({
      tone: "warning",
      remedy: expect.stringContaining("new@other.example, b@b.example."),
    });
    const [harmless] = sendingProblems(sending({ sandbox: true }), {
      sender: "",
      recipients: ["a@example.com"],
    });
    expect(harmless).toMatchObject({ tone: "info", remedy: expect.stringContaining("All recipients are.") });
    const [early] = sendingProblems(sending({ sandbox: true }), { sender: "", recipients: [] });
    expect(early).toMatchObject({ tone: "info", remedy: "It delivers to verified addresses only." });
  });

  test("a quota too small for all recipients is named", () => {
    const quota = { perDay: 200, perSecond: 1, sentLastDay: 199 };
    expect(titles({ quota }, "", ["a@a.example", "b@b.example"])).toEqual([
      "SES's daily quota is nearly spent",
    ]);
    expect(titles({ quota }, "", ["a@a.example"])).toEqual([]);
    expect(titles({ quota: { ...quota, perDay: null } }, "", ["a@a.example", "b@b.example"])).toEqual([]);
  });
});

test("senders are offered that SES would take", () => {
  expect(offeredSenders(sending())).toEqual(["ops@other.example", "reports@example.com"]);
});
