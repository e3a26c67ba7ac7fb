import { expect, test } from "vitest";
import { readMessage } from "./read-message.ts";

test("tells an event's type and source, and lays it out", () => {
  const event = { "detail-type": "ScanResult", source: "cloud-storage-security", detail: { a: 1 } };
  expect(readMessage(JSON.stringify(event))).toEqual({
    kind: "event",
    detailType: "ScanResult",
    source: "cloud-storage-security",
    json: JSON.stringify(event, null, 2),
  });
});

test.each(['{"detail-type":5,"source":"a"}', "[1,2]", ' {"a":1}'])("lays out other JSON: %s", (message) => {
  expect(readMessage(message)).toEqual({ kind: "json", json: JSON.stringify(JSON.parse(message), null, 2) });
});

test.each(["", "plain", "{broken", "5", '"text"'])("leaves text as it is: %j", (message) => {
  expect(readMessage(message)).toEqual({ kind: "text", text: message, left: 0 });
});

test("cuts what is too long for a page of events, and says by how much", () => {
  expect(readMessage(JSON.stringify({ a: "x".repeat(32_768) }))).toMatchObject({ kind: "text", left: 8 });
});
