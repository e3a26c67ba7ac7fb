import { expect, test } from "vitest";
import { confirmedWords, type WatchedRow } from "./confirmed-words.ts";

const row = (id: string, status: WatchedRow["status"]): WatchedRow => ({
  id,
  endpoint: `${id}@example.com`,
  status,
});

test("names the one that was confirmed while it was waited for", () => {
  const before = [row("a", "pending"), row("b", "pending")];
  expect(confirmedWords(before, [row("b", "confirmed"), row("a", "pending")])).toBe(
    "b@example.com is now confirmed.",
  );
});

test("counts several", () => {
  const before = [row("a", "pending"), row("b", "pending")];
  expect(confirmedWords(before, [row("a", "confirmed"), row("b", "confirmed")])).toBe(
    "2 subscriptions are now confirmed.",
  );
});

test("claims nothing of rows that were confirmed before, came into sight or changed otherwise", () => {
  const before = [row("a", "confirmed"), row("b", "pending"), row("c", "lost")];
  const after = [row("a", "confirmed"), row("b", "lost"), row("c", "confirmed"), row("d", "confirmed")];
  expect(confirmedWords(before, after)).toBeNull();
});
