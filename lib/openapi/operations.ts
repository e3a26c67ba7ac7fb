import { PROBLEMS, type ProblemKind } from "@/lib/actions/problem";
import { PRODUCT_IDS } from "@/lib/catalog";
import { type Sample, samplesFor } from "@/lib/catalog/samples/index";
import { ARRIVALS_DEFAULTS, arrivalsQuerySchema } from "@/lib/notifications/arrivals";
import { idempotencyKeySchema } from "@/lib/publish/schema";
import { type JsonSchema, jsonSchema, ref } from "./json-schema.ts";

const json = (schema: JsonSchema, examples?: JsonSchema) => ({
  "application/json": { schema, ...(examples && { examples }) },
});

/** Refusals that come before a route's own work. */
const GATE: readonly ProblemKind[] = ["unauthenticated", "forbidden", "too_many", "internal"];
const REFUSED_REQUESTS: readonly ProblemKind[] = ["not_json", "too_large", "unsupported_type", "invalid"];
const REFUSED_BY_AWS: readonly ProblemKind[] = ["not_found", "conflict", "upstream", "unavailable"];

export const publish = {
  operationId: "publish",
  tags: ["Notifications"],
  summary: "Publish one notification, or up to 100",
  description:
    "Needs the scope “publish”. A notification is checked, completed where identity or dates were left out, and published " +
    "with the product's own subject and message attributes. In a batch each notification has an outcome of its own.",
  parameters: [
    {
      name: "Idempotency-Key",
      in: "header",
      description: "For one notification; the same as its field idempotencyKey.",
      schema: jsonSchema(idempotencyKeySchema, "input"),
    },
  ],
  requestBody: {
    required: true,
    content: json({ oneOf: [ref("Notification"), ref("Batch")] }, examples()),
  },
  responses: {
    "200": { description: "Of a batch: what became of each.", content: json(ref("Outcomes")) },
    "202": {
      description: "SNS has taken the notification.",
      headers: {
        "Idempotency-Replayed": {
          description: "true: it was published before, under the same key.",
          schema: { type: "string" },
        },
      },
      content: json(ref("Published")),
    },
    ...refusals([...REFUSED_REQUESTS, ...GATE, ...REFUSED_BY_AWS]),
  },
};

export const list = {
  operationId: "listArrivals",
  tags: ["Notifications"],
  summary: "Read what has arrived, oldest first",
  description:
    "Needs the scope “read”. Ask with the “next” of the answer before; once nothing new is there, the list is empty and " +
    "“next” stays. What retention has cleaned is skipped.",
  parameters: Object.entries(jsonSchema(arrivalsQuerySchema, "input").properties ?? {}).map(
    ([name, schema]) => ({
      name,
      in: "query",
      schema: { ...schema, default: ARRIVALS_DEFAULTS[name === "after" ? "after" : "limit"] },
    }),
  ),
  responses: {
    "200": { description: "At most “limit” notifications.", content: json(ref("Arrivals")) },
    ...refusals(["invalid", ...GATE]),
  },
};

function refusals(kinds: readonly ProblemKind[]) {
  const answers = kinds.map((kind) => {
    const { status, title } = PROBLEMS[kind];
    const waits = kind === "too_many" || kind === "conflict";
    return [
      String(status),
      {
        description: title,
        ...(waits && {
          headers: {
            "Retry-After": { description: "Seconds to wait.", schema: { type: "integer" } },
          },
        }),
        content: { "application/problem+json": { schema: ref("Problem") } },
      },
    ] as const;
  });
  return Object.fromEntries(answers);
}

/** The catalog's samples, each as one would publish it, and a batch. */
function examples(): JsonSchema {
  const samples = PRODUCT_IDS.flatMap((product) =>
    samplesFor([product]).map((sample): Sample => ({ ...sample, product })),
  );
  const singles = samples.map((sample) => [
    sample.id.replaceAll("/", "."),
    { summary: sample.title, value: exampleOf(sample) },
  ]);
  const two = { summary: "Two at once", value: { notifications: samples.slice(1, 3).map(exampleOf) } };
  return { ...Object.fromEntries(singles), batch: two };
}

function exampleOf({ product, type, body, attributes }: Sample) {
  const scanType = attributes.scanType?.value;
  // a sample's body is the catalog's own JSON
  return { product, type, ...(scanType && { scanType }), body: JSON.parse(body) as unknown };
}
