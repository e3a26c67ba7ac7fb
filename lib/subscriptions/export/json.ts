import { z } from "zod";
import { FILTER_POLICY_SCOPES, PROTOCOLS } from "../constants.ts";
import type { Exported } from "./exported.ts";

const FORMAT = "proactive-notifications/subscriptions/1";

/** What the console exports and imports; the policy stands as an object, so that it can be read and edited. */
const documentSchema = z.object({
  format: z.literal(FORMAT, `The document must say "format": "${FORMAT}".`),
  topicArn: z.string("The ARN of the topic that was exported is missing."),
  subscriptions: z
    .array(
      z.object({
        protocol: z.enum(PROTOCOLS, `The protocol must be one of ${PROTOCOLS.join(", ")}.`),
        endpoint: z.string("The endpoint must be a text.").trim().min(1, "The endpoint is empty."),
        filterPolicy: z
          .record(z.string(), z.unknown(), "The filter policy must be an object.")
          .nullable()
          .default(null),
        filterKnown: z.boolean("filterKnown must be true or false.").default(true),
        filterPolicyScope: z.enum(FILTER_POLICY_SCOPES).default("MessageAttributes"),
        rawDelivery: z.boolean("rawDelivery must be true or false.").default(false),
        deadLetterQueueArn: z.string().nullable().default(null),
        subscriptionRoleArn: z.string().nullable().default(null),
        arn: z.string().nullable().default(null),
      }),
      "The subscriptions must be a list.",
    )
    .max(10_000, "At most 10,000 subscriptions can be imported at once."),
});

/** The document of a topic's subscriptions. `fromJson` reads it back. */
export function toJson(topicArn: string, list: readonly Exported[]): string {
  const subscriptions = list.map((one) => ({
    ...one,
    filterPolicy: one.filterPolicy === null ? null : JSON.parse(one.filterPolicy),
  }));
  return `${JSON.stringify({ format: FORMAT, topicArn, subscriptions }, null, 2)}\n`;
}

/** Reads an exported document, or says everything that is wrong with it, each problem at its place. */
export function fromJson(
  text: string,
):
  | { ok: true; topicArn: string; list: Exported[] }
  | { ok: false; issues: { path: string; message: string }[] } {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : "it cannot be read";
    return { ok: false, issues: [{ path: "", message: `This is not JSON: ${reason}.` }] };
  }
  const parsed = documentSchema.safeParse(raw);
  if (!parsed.success)
    return {
      ok: false,
      issues: parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), message })),
    };
  const { topicArn, subscriptions } = parsed.data;
  const list = subscriptions.map((one) => ({
    ...one,
    filterPolicy: one.filterPolicy === null ? null : JSON.stringify(one.filterPolicy),
  }));
  return { ok: true, topicArn, list };
}
