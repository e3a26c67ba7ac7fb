import { expect, test } from "vitest";
import { parseQuery } from "./query.ts";

test("members come in the order of their numbers, however they were sent", () => {
  const query = parseQuery("L.member.10=j&L.member.2=b&L.member.1=a");
  expect(query.strings("L")).toEqual(["a", "b", "j"]);
});

test("structures in lists keep their own parameters, nested ones too", () => {
  const query = parseQuery("E.member.1.Id=a&E.member.1.M.entry.1.Name=n&E.member.2.Id=b");
  const [first, second] = query.group("E.member");
  expect(first?.text("Id")).toBe("a");
  expect(first?.group("M.entry")[0]?.text("Name")).toBe("n");
  expect(second?.text("Id")).toBe("b");
});

test("a map may have any key", () => {
  const query = parseQuery(
    "A.entry.1.key=__proto__&A.entry.1.value=x&A.entry.2.key=constructor&A.entry.2.value=y",
  );
  expect([...query.map("A")]).toEqual([
    ["__proto__", "x"],
    ["constructor", "y"],
  ]);
});

test("the body wins over the URL, and broken escapes stay as they are", () => {
  const query = parseQuery("?a=1&b=%zz", "a=2&c=+%2B");
  expect(query.text("a")).toBe("2");
  expect(query.text("b")).toBe("%zz");
  expect(query.text("c")).toBe(" +");
  expect(query.text("d")).toBeUndefined();
});

test("names that only look like list members are not", () => {
  expect(parseQuery("L.member.x=1&L.memberish.1=2&L.member.1234567=3").strings("L")).toEqual([]);
});
