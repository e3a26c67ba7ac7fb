import { describe, expect, test } from "vitest";
import { judgeListed, judgeMissing, type Known } from "./reconcile.ts";

const now = new Date("2026-11-23T12:00:00Z");
const hours = (n: number) => new Date(now.getTime() + n * 3_600_000);

const known = (change: Partial<Known>): Known => ({
  status: "confirmed",
  arn: "arn:1",
  statusSince: hours(-1),
  pendingExpiresAt: null,
  settlesAt: null,
  lastSeenAt: hours(-1),
  ...change,
});

describe("a row the listing holds", () => {
  test("stays as it is when nothing changed", () => {
    expect(judgeListed(known({}), { kind: "confirmed", arn: "arn:1" }, now)).toEqual({ kind: "seen" });
    expect(judgeListed(known({ status: "pending" }), { kind: "pending" }, now)).toEqual({ kind: "seen" });
    expect(judgeListed(known({ status: "deleted" }), { kind: "deleted" }, now)).toEqual({ kind: "seen" });
  });

  test("becomes confirmed with its ARN when the recipient confirmed", () => {
    const row = known({ status: "pending", arn: null });
    expect(judgeListed(row, { kind: "confirmed", arn: "arn:2" }, now)).toMatchObject({
      status: "confirmed",
      arn: "arn:2",
    });
  });

  test("that was confirmed and is pending fell back, and says so", () => {
    expect(judgeListed(known({}), { kind: "pending" }, now)).toMatchObject({
      status: "pending",
      reason: "fell-back",
    });
  });

  test("confirmed here a moment ago is not put back by a listing that lags", () => {
    expect(judgeListed(known({ settlesAt: hours(0.05) }), { kind: "pending" }, now)).toEqual({
      kind: "ignore",
    });
  });

  test("whose recipient unsubscribed becomes deleted", () => {
    expect(judgeListed(known({}), { kind: "deleted" }, now)).toMatchObject({
      status: "deleted",
      reason: "unsubscribed",
    });
  });

  test("whose creation was cut short is taken up, not forgotten", () => {
    const row = known({ status: "creating", arn: null, settlesAt: hours(0.05) });
    expect(judgeListed(row, { kind: "pending" }, now)).toMatchObject({ status: "pending" });
  });

  test("that was lost and is back is shown again", () => {
    expect(judgeListed(known({ status: "lost" }), { kind: "confirmed", arn: "arn:9" }, now)).toMatchObject({
      status: "confirmed",
      arn: "arn:9",
    });
  });
});

describe("a row removed here", () => {
  test("is not brought back by a listing that lags behind the delete", () => {
    const row = known({ status: "removed", settlesAt: hours(0.05) });
    expect(judgeListed(row, { kind: "confirmed", arn: "arn:1" }, now)).toEqual({ kind: "ignore" });
  });

  test("comes back when AWS still delivers to it after the lag", () => {
    const row = known({ status: "removed", settlesAt: hours(-1) });
    expect(judgeListed(row, { kind: "confirmed", arn: "arn:1" }, now)).toMatchObject({ status: "confirmed" });
  });

  test("comes back at once when it is another subscription of the same endpoint", () => {
    const row = known({ status: "removed", settlesAt: hours(0.05) });
    expect(judgeListed(row, { kind: "confirmed", arn: "arn:2" }, now)).toMatchObject({ arn: "arn:2" });
  });

  test("while pending stays hidden until it would have expired", () => {
    const row = known({ status: "removed", pendingExpiresAt: hours(20) });
    expect(judgeListed(row, { kind: "pending" }, now)).toEqual({ kind: "ignore" });
    expect(judgeListed(row, { kind: "pending" }, hours(21))).toMatchObject({ status: "pending" });
  });

  test("while pending is shown when it is confirmed after all", () => {
    const row = known({ status: "removed", arn: "arn:1", pendingExpiresAt: hours(20) });
    expect(judgeListed(row, { kind: "confirmed", arn: "arn:1" }, now)).toMatchObject({ status: "confirmed" });
  });
});

describe("a row a complete listing does not hold", () => {
  test("is lost when it was confirmed", () => {
    expect(judgeMissing(known({}), now)).toMatchObject({ status: "lost", reason: "vanished" });
  });

  test("is given time while AWS has not listed it yet", () => {
    const settling = { settlesAt: hours(0.05), lastSeenAt: null };
    for (const status of ["creating", "pending", "confirmed"] as const)
      expect(judgeMissing(known({ status, ...settling }), now)).toEqual({ kind: "ignore" });
  });

  test("is lost as expired when it was pending: AWS lets nobody unsubscribe it", () => {
    expect(judgeMissing(known({ status: "pending" }), now)).toMatchObject({
      status: "lost",
      reason: "expired",
    });
  });

  test("frees the endpoint when the recipient's unsubscription has run out", () => {
    expect(judgeMissing(known({ status: "deleted" }), now)).toMatchObject({
      status: "lost",
      reason: "unsubscribed",
    });
  });

  test("is removed when its creation never reached AWS", () => {
    const row = known({ status: "creating", arn: null, settlesAt: hours(-1) });
    expect(judgeMissing(row, now)).toMatchObject({ status: "removed" });
  });
});
