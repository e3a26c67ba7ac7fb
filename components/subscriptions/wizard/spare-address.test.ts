import { expect, test } from "vitest";
import { emptySelection } from "@/lib/catalog";
import { spareAddress } from "./spare-address.ts";

const scans = { ...emptySelection, types: ["scanResult"] };
const infected = { ...scans, results: ["Infected"] };

test("tags the address with the most telling word", () => {
  expect(spareAddress("soc@example.com", infected)).toBe("soc+infected@example.com");
  expect(spareAddress("soc@example.com", { ...scans, results: ["Infected", "Error"] })).toBe(
    "soc+problems@example.com",
  );
  expect(spareAddress("soc@example.com", { ...scans, results: ["Infected", "Clean"] })).toBe(
    "soc+all-results@example.com",
  );
  expect(spareAddress("soc@example.com", { ...scans, buckets: ["in.voices"] })).toBe(
    "soc+in-voices@example.com",
  );
  expect(spareAddress("soc@example.com", { ...emptySelection, types: ["bucketsDiscovered"] })).toBe(
    "soc+buckets-discovered@example.com",
  );
  expect(spareAddress("soc@example.com", emptySelection)).toBe("soc+notifications@example.com");
});

test("replaces another tag", () => {
  expect(spareAddress("soc+old@example.com", infected)).toBe("soc+infected@example.com");
});

test("counts on while its own tag is taken", () => {
  expect(spareAddress("soc+infected@example.com", infected)).toBe("soc+infected-2@example.com");
  expect(spareAddress("soc+infected-2@example.com", infected)).toBe("soc+infected-3@example.com");
});
