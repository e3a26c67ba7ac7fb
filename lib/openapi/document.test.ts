import { describe, expect, test } from "vitest";
import { z } from "zod";
import { NOTIFICATION_TYPES } from "@/lib/catalog";
import { notificationSchema } from "@/lib/publish/schema";
import { toPublication } from "@/lib/publish/to-publication";
import { openApiDocument } from "./document.ts";

// as it is served: what JSON cannot carry would be gone
const document: Record<string, unknown> & ReturnType<typeof openApiDocument> = JSON.parse(
  JSON.stringify(openApiDocument()),
);
const { schemas } = document.components;
const post = document.paths["/api/v1/notifications"].post;

function references(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === "$ref" ? [String(inner)] : references(inner),
  );
}

describe("the OpenAPI document", () => {
  test("refers to nothing that it does not have, and has nothing that nothing refers to", () => {
    const used = new Set(references(document).map((each) => each.replace("#/components/schemas/", "")));
    expect([...used].sort()).toEqual(Object.keys(schemas).sort());
  });

  test("knows every notification type", () => {
    const types = references(schemas.Notification).map((each) => schemas[each.split("/").at(-1) ?? ""]);
    const constants = types.map(
      (schema) =>
        z.object({ properties: z.object({ type: z.object({ const: z.string() }) }) }).parse(schema).properties
          .type.const,
    );
    expect(constants).toEqual([...NOTIFICATION_TYPES]);
  });

  test("shows examples that can be published as they stand", () => {
    const examples = Object.values(post.requestBody.content["application/json"].examples ?? {});
    const values = z
      .array(z.object({ value: z.unknown() }))
      .parse(examples)
      .map(({ value }) => value);
    const singles = values.flatMap((value) => {
      const batch = z.object({ notifications: z.array(z.unknown()) }).safeParse(value);
      return batch.success ? batch.data.notifications : [value];
    });
    expect(singles.length).toBeGreaterThan(20);
    for (const single of singles) {
      const { product = "antivirus", ...asked } = notificationSchema.parse(single);
      const fresh = { id: "x", now: "2026-11-23T00:00:00Z" };
      expect(toPublication({ topicArn: "arn", product, ...asked }, fresh)).toMatchObject({ ok: true });
    }
  });

  test("says of every body which fields are required, and that there are no others", () => {
    const bodies = Object.entries(schemas).filter(([name]) => name.endsWith("Body"));
    expect(bodies).toHaveLength(NOTIFICATION_TYPES.length + 1);
    for (const [, body] of bodies)
      expect(body).toMatchObject({ additionalProperties: false, required: expect.any(Array) });
  });

  test("names every refusal", () => {
    const statuses = Object.keys(post.responses);
    expect(statuses).toEqual([
      "200",
      "202",
      "400",
      "401",
      "403",
      "404",
      "409",
      "413",
      "415",
      "422",
      "429",
      "500",
      "502",
      "503",
    ]);
  });

  test("needs a token for everything", () => {
    expect(document.security).toEqual([{ apiToken: [] }]);
    expect(document.openapi).toMatch(/^3\.1\./);
  });
});
