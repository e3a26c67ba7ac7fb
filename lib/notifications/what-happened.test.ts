import { describe, expect, test } from "vitest";
import { healthAlarmSample, samplesFor } from "@/lib/catalog/samples/index";
import { typeLabel, whatHappened } from "./what-happened.ts";

const samples = samplesFor(["antivirus", "classification"]).filter(({ result }) => result === null);

describe("what happened, in one line", () => {
  test.each(samples)("of $id is a sentence of its own", (sample) => {
    const told = whatHappened(sample);
    expect(told).not.toContain("undefined");
    expect(told).not.toBe(sample.subject);
  });

  test("names few buckets and counts many", () => {
    const body = (buckets: string[], count = buckets.length) =>
      JSON.stringify({ accountId: "1", count, buckets: buckets.map((bucketName) => ({ bucketName })) });
    const told = (text: string) => whatHappened({ type: "bucketsDiscovered", subject: null, body: text });
    expect(told(body(["a"]))).toBe("a found in 1");
    expect(told(body(["a", "b"]))).toBe("a and b found in 1");
    expect(told(body(["a", "b", "c"]))).toBe("3 buckets found in 1");
    expect(told(body(["a"], 700))).toBe("700 buckets found in 1");
  });

  test("falls back on the subject, then on how the message begins", () => {
    const type = "bucketProtection";
    expect(whatHappened({ type, subject: "Subject", body: "{}" })).toBe("Subject");
    expect(whatHappened({ type: "new", subject: null, body: '{"a":1}' })).toBe('{"a":1}');
    expect(whatHappened({ type: null, subject: null, body: "x".repeat(500) })).toHaveLength(161);
    expect(whatHappened({ type: null, subject: null, body: " " })).toBe("An empty message");
  });

  test("tells CloudWatch's alarm", () => {
    const { body } = healthAlarmSample;
    expect(whatHappened({ type: null, subject: null, body })).toMatch(/^Alarm .+ is ALARM$/);
  });

  test("shows nothing that turns letters around", () => {
    expect(whatHappened({ type: null, subject: "a\u202eb", body: "" })).toBe("a⟨202E⟩b");
    expect(typeLabel("x\u2066")).toBe("x⟨2066⟩");
  });
});
