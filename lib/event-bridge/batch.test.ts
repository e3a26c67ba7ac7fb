import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eventBytes, fitting } from "./batch.ts";
import { PUT_EVENTS_LIMITS } from "./constants.ts";

const event = (detail: string) => ({
  source: "cloud-storage-security",
  detailType: "ScanResult",
  detail,
  time: new Date(0),
});
const total = (events: ReturnType<typeof event>[]) => events.reduce((sum, each) => sum + eventBytes(each), 0);

describe("an event's size", () => {
  test("counts bytes of UTF-8, not characters, and 14 for the time", () => {
    expect(eventBytes(event("ü"))).toBe(14 + 22 + 10 + 2);
  });
});

describe("a call to PutEvents", () => {
  const limits = { entries: 10, bytes: 2_000 };
  const arbitraryEvents = fc.array(
    fc.integer({ min: 0, max: 1_990 }).map((length) => event("x".repeat(length))),
    { maxLength: 25 },
  );

  test("takes the longest run from the first on that both limits allow", () => {
    fc.assert(
      fc.property(arbitraryEvents, (events) => {
        const count = fitting(events, limits);
        expect(count).toBeLessThanOrEqual(limits.entries);
        expect(total(events.slice(0, count))).toBeLessThanOrEqual(limits.bytes);
        const isEnd = count === events.length || count === limits.entries;
        expect(isEnd || total(events.slice(0, count + 1)) > limits.bytes).toBe(true);
      }),
    );
  });

  test("carries every event once, in order, when the calls follow one another", () => {
    fc.assert(
      fc.property(arbitraryEvents, (events) => {
        const carried: typeof events = [];
        const tooLarge: typeof events = [];
        for (let rest = events; rest.length > 0; ) {
          const count = fitting(rest, limits);
          if (count === 0) tooLarge.push(...rest.slice(0, 1));
          else carried.push(...rest.slice(0, count));
          rest = rest.slice(Math.max(1, count));
        }
        expect(carried).toEqual(events.filter((each) => eventBytes(each) <= limits.bytes));
        expect(tooLarge).toEqual(events.filter((each) => eventBytes(each) > limits.bytes));
      }),
    );
  });

  test("takes one event of exactly the limit, and none that is a byte larger", () => {
    const room = PUT_EVENTS_LIMITS.bytes - eventBytes(event(""));
    expect(fitting([event("x".repeat(room)), event("")])).toBe(1);
    expect(fitting([event("x".repeat(room + 1))])).toBe(0);
  });
});
