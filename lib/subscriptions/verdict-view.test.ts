import { describe, expect, test } from "vitest";
import { viewFilter } from "./derive.ts";
import { verdictDetail, verdictView } from "./verdict-view.ts";

const products = ["antivirus"] as const;
const confirmed = { status: "confirmed", arn: "arn:x", pausedAt: null } as const;
const view = (filterPolicy: string | null, attributesKnown = true) =>
  viewFilter({ attributesKnown, filterPolicy, filterPolicyScope: "MessageAttributes" }, products);
const misspelt = view('{"notificationType":["scanResult"],"scanResult":["infected"]}');

describe("the verdict of a row", () => {
  test("is that of its filter, with its sentence", () => {
    expect(verdictView(confirmed, misspelt, products)).toMatchObject({ kind: "never", canRepair: true });
    expect(verdictView(confirmed, view(null), products)).toMatchObject({ kind: "all", canRepair: false });
  });

  test("says what keeps it from being judged", () => {
    expect(verdictView(confirmed, view(null, false), products)).toMatchObject({ kind: "unknown" });
    const unreadable = verdictView(confirmed, view("{"), products);
    expect([unreadable.kind, unreadable.sentence]).toEqual([
      "unreadable",
      expect.stringContaining("cannot read"),
    ]);
  });

  test("is Paused while it is, whatever its filter could do", () => {
    const paused = verdictView({ ...confirmed, pausedAt: new Date() }, misspelt, products);
    expect(paused.kind).toBe("paused");
  });

  test("offers no repair where AWS takes no change", () => {
    for (const row of [{ ...confirmed, status: "lost" } as const, { ...confirmed, arn: null }]) {
      expect(verdictView(row, misspelt, products).canRepair).toBe(false);
      expect(verdictDetail(row, misspelt, products).repair).toBeNull();
    }
  });
});

describe("the reasons of a verdict", () => {
  test("show the repair as a difference and in words", () => {
    const { repair, findings } = verdictDetail(confirmed, misspelt, products);
    expect(findings).toHaveLength(1);
    expect(repair?.text).toBe('{"notificationType":["scanResult"],"scanResult":["Infected"]}');
    expect(repair?.diff.filter(({ kind }) => kind !== "same")).toEqual([
      { kind: "removed", text: expect.stringContaining('"infected"') },
      { kind: "added", text: expect.stringContaining('"Infected"') },
    ]);
    expect(repair?.sentences.length).toBeGreaterThan(0);
    expect(repair?.after.typesText).toBe("Scan result");
  });

  test("tell of every type once, the worst first, and together what is not asked for", () => {
    const { types } = verdictDetail(confirmed, misspelt, products);
    expect(types.map(({ verdict }) => verdict)).toEqual(["never", "notAsked"]);
    const all = verdictDetail(confirmed, view(null), products).types;
    expect(types.flatMap(({ labels }) => labels).sort()).toEqual(all.flatMap(({ labels }) => labels).sort());
    expect(all).toMatchObject([{ verdict: "matches", sentence: null }]);
  });
});
