import { describe, expect, test } from "vitest";
import type { Receiver } from "@/lib/coverage";
import { consequencesOf, consequencesOfLosing } from "./consequences.ts";
import { readPolicy } from "./receivers.ts";

const infected = '{"notificationType":["scanResult"],"scanResult":["Infected"]}';
const error = '{"notificationType":["scanResult"],"scanResult":["Error"]}';

const row = (id: string, policy: string | null, status = "confirmed"): Receiver => ({
  id,
  status,
  protocol: "email",
  endpoint: `${id}@example.com`,
  policy: readPolicy(policy, "MessageAttributes") ?? null,
});
const proposed = (policy: string, id: string | null = null, endpoint = "new@example.com") => ({
  id,
  protocol: "email" as const,
  endpoint,
  scope: "MessageAttributes" as const,
  policy,
});
const losing = (rows: Receiver[], id: string) => consequencesOfLosing(rows, id, ["antivirus"]);
const proposing = (rows: Receiver[], filter: ReturnType<typeof proposed>) =>
  consequencesOf(filter, rows, ["antivirus"]);

describe("losing a receiver", () => {
  test("names what nobody would receive any more", () => {
    expect(losing([row("a", infected)], "a")).toEqual([
      "Nobody would receive Scan result: Infected any more.",
    ]);
  });

  test("says nothing where another receives the same", () => {
    expect(losing([row("a", infected), row("b", null)], "a")).toEqual([]);
  });

  test("does not count on a paused one", () => {
    expect(losing([row("a", infected), row("b", infected, "paused")], "a")).toHaveLength(1);
  });
});

describe("another filter", () => {
  test("tells what would be missed by everybody, and what changes for its recipient", () => {
    expect(proposing([row("a", infected)], proposed(error, "a"))).toEqual({
      worse: ["Nobody would receive Scan result: Infected any more."],
      other: [
        "a@example.com would no longer receive Scan result: Infected.",
        "a@example.com would newly receive Scan result: Error.",
        "Nobody receives Scan result: Error today, and somebody would.",
      ],
      doubled: [],
    });
  });

  test("that means the same says nothing", () => {
    const same = proposing([row("a", null)], proposed("{}", "a"));
    expect(same).toEqual({ worse: [], other: [], doubled: [] });
  });

  test("of one whose present filter is not known, or that is no policy, cannot be told", () => {
    expect(proposing([], proposed(infected, "a"))).toBeNull();
    expect(proposing([row("a", null)], proposed("{", "a"))).toBeNull();
  });
});

describe("one more subscription", () => {
  test("says which gap it closes once it is confirmed", () => {
    expect(proposing([row("a", error)], proposed(infected))?.other).toEqual([
      "Nobody receives Scan result: Infected today. Once confirmed, this one will.",
    ]);
  });

  test("warns of what one mailbox would get more than once", () => {
    const rows = [row("security", infected), row("other", infected)];
    const again = proposing(rows, proposed(infected, null, "Security+virus@example.com"));
    expect(again?.doubled).toEqual([
      "security@example.com would get Scan result: Infected more than once: through security@example.com too.",
    ]);
  });

  test("does not warn of the same mailbox for something else", () => {
    const again = proposing([row("security", infected)], proposed(error, null, "security+e@example.com"));
    expect(again?.doubled).toEqual([]);
  });
});
