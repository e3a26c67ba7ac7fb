import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FilterPolicyScope } from "../filter-policy/index.ts";
import { audiencesOf, type Receiver } from "./audience.ts";
import { audiencesAt } from "./audiences-at.ts";
import { happeningsOf } from "./happening.ts";
import { outlooks } from "./outlook.ts";
import { admitsAt, type Place } from "./place.ts";
import { reachOf } from "./reach.ts";
import { arbitraryPolicy, bucket, policyOf } from "./testing.ts";

const SCOPES: FilterPolicyScope[] = ["MessageAttributes", "MessageBody"];
const TIMEOUT_MS = 60_000;
const products = ["antivirus", "classification"] as const;
const happenings = happeningsOf(products);

/** Policies as the wizard makes them, with values that no message has among them. */
const wizardly = fc
  .record({
    notificationType: fc.subarray(["scanResult", "trialExpiring", "Nothing"], { minLength: 1 }),
    scanResult: fc.option(fc.subarray(["Clean", "Infected", "infected"], { minLength: 1 })),
    bucket: fc.option(
      fc.array(fc.oneof(bucket, fc.constantFrom("No_Bucket", "Clean")), { minLength: 1, maxLength: 4 }),
    ),
  })
  .map((keys) => policyOf(Object.fromEntries(Object.entries(keys).filter(([, value]) => value !== null))));

describe.each(SCOPES)("policies of scope %s", { timeout: TIMEOUT_MS }, (scope) => {
  test("reach what a survey of each alone says, whichever was looked at before", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(arbitraryPolicy(scope), wizardly), { maxLength: 8 }), (policies) => {
        const look = outlooks(products);
        for (const outlook of policies.map(look))
          for (const happening of happenings) {
            const kind = outlook.kindOf(happening);
            expect(outlook.reachOf(happening)).toBe(kind ? reachOf(outlook.survey, kind) : "never");
          }
      }),
      { numRuns: 150 },
    );
  });

  test("that admit a place are found among all", () => {
    const place = fc.oneof(
      bucket.map((value): Place => ({ key: "bucket", value })),
      fc.constantFrom<Place>({ key: "accountId", value: "123456789012" }),
    );
    let admitting = 0;
    fc.assert(
      fc.property(
        fc.array(fc.oneof(arbitraryPolicy(scope), wizardly), { maxLength: 8 }),
        fc.array(place, { maxLength: 5 }),
        (policies, places) => {
          const audiences = audiencesOf(policies.map(receiverWith), products);
          const at = audiencesAt(audiences, places);
          for (const each of places)
            for (const audience of audiences) {
              const { outlook } = audience;
              const isTold = happenings.some((happening) => {
                const kind = outlook.kindOf(happening);
                return kind !== undefined && admitsAt(outlook.survey, kind, each);
              });
              if (!isTold) continue;
              admitting += 1;
              expect(at(each)).toContain(audience);
            }
        },
      ),
      { numRuns: 200 },
    );
    expect(admitting).toBeGreaterThan(50);
  });
});

function receiverWith(policy: Receiver["policy"], index: number): Receiver {
  return { id: String(index), status: "confirmed", protocol: "sqs", endpoint: String(index), policy };
}
