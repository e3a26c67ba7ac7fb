import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  describeFilterPolicy,
  type FilterPolicyScope,
  formatFilterPolicy,
  matchFilterPolicy,
  measureFilterPolicy,
  parseFilterPolicy,
} from "./index.ts";
import { arbitraryMessage, arbitraryPolicy, arbitraryPolicyText } from "./testing.ts";

const scopes: FilterPolicyScope[] = ["MessageAttributes", "MessageBody"];

describe.each(scopes)("any policy in scope %s", (scope) => {
  const policy = arbitraryPolicy(scope);

  test("is the same after being written and read", () => {
    fc.assert(
      fc.property(policy, fc.integer({ min: 0, max: 4 }), (value, indent) => {
        expect(parseFilterPolicy(formatFilterPolicy(value, indent), scope)).toEqual({ ok: true, value });
      }),
    );
  });

  test("is written as JSON that JSON.parse reads", () => {
    fc.assert(fc.property(policy, (value) => void JSON.parse(formatFilterPolicy(value, 2))));
  });

  test("decides about any message", () => {
    fc.assert(
      fc.property(policy, arbitraryMessage, (value, sent) => {
        expect(typeof matchFilterPolicy(value, sent)).toBe("boolean");
      }),
      { numRuns: 500 },
    );
  });

  test("decides the same after being written and read", () => {
    fc.assert(
      fc.property(policy, arbitraryMessage, (value, sent) => {
        const again = parseFilterPolicy(formatFilterPolicy(value), scope);
        expect(again.ok && matchFilterPolicy(again.value, sent)).toBe(matchFilterPolicy(value, sent));
      }),
    );
  });

  test("can be put into words and is within the limits", () => {
    fc.assert(
      fc.property(policy, (value) => {
        expect(describeFilterPolicy(value).trim()).not.toBe("");
        const { keys, combinations, bytes, limits } = measureFilterPolicy(value);
        expect(keys <= limits.keys && combinations <= limits.combinations && bytes <= limits.bytes).toBe(
          true,
        );
      }),
    );
  });
});

describe("any text", () => {
  test("is a policy or has issues with messages", () => {
    const policyLike = fc
      .tuple(arbitraryPolicyText("MessageBody"), fc.nat(), fc.string({ maxLength: 3 }))
      .map(([text, at, inserted]) => {
        const position = at % (text.length + 1);
        return text.slice(0, position) + inserted + text.slice(position + 1);
      });
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), policyLike), fc.constantFrom(...scopes), (text, scope) => {
        const parsed = parseFilterPolicy(text, scope);
        const messages = parsed.ok ? ["accepted"] : parsed.issues.map((issue) => issue.message);
        expect(messages.length > 0 && messages.every((sentence) => sentence !== "")).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test("that is JSON to JSON.parse is JSON here, and the other way round", () => {
    // a brace could end the policy early, and what follows it is ignored here
    const noBraces = fc.string().filter((text) => !text.includes("}"));
    fc.assert(
      fc.property(fc.oneof(fc.json(), noBraces), (text) => {
        const parsed = parseFilterPolicy(`{"k":[${text}]}`);
        const isSyntaxError = !parsed.ok && parsed.issues[0]?.message.startsWith("failed to parse JSON");
        let isJson = true;
        try {
          JSON.parse(`{"k":[${text}]}`);
        } catch {
          isJson = false;
        }
        expect(!isSyntaxError).toBe(isJson);
      }),
      { numRuns: 1000 },
    );
  });
});
