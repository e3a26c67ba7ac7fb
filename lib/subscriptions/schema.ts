import { z } from "zod";
import { allowed, type ProductId, type SelectionField, type SelectionInput } from "@/lib/catalog";
import { parseFilterPolicy } from "@/lib/filter-policy";
import {
  ATTENTION_KINDS,
  FILTER_POLICY_SCOPES,
  PAGE_SIZES,
  PROTOCOLS,
  RAW_DELIVERY_PROTOCOLS,
  STATUSES,
} from "./constants.ts";
import { deadLetterQueueProblem, endpointProblem, roleArnProblem } from "./endpoint.ts";

const id = z.string().min(1).max(100);
const names = z.array(z.string().trim().max(300)).max(1000);
export const selectionShape = { types: names, results: names, buckets: names, accounts: names };

type Context = z.RefinementCtx;
const refuse = (ctx: Context, path: (string | number)[], message: string) =>
  ctx.addIssue({ code: "custom", path, message });

/** Puts what is not allowed in a selection at its fields; `prefix` leads to them. */
export function checkSelection(
  products: readonly ProductId[],
  selection: SelectionInput,
  ctx: Context,
  prefix: string[] = [],
) {
  const checked = allowed(products, selection);
  if (checked.ok) return;
  for (const { field, value, message } of checked.issues)
    refuse(ctx, [...prefix, field, ...indexOf(selection, field, value)], message);
}

/** The place of one value of a list of names, so that a form can mark it among the others. */
function indexOf(selection: SelectionInput, field: SelectionField, value: string | undefined): number[] {
  if (value === undefined || (field !== "buckets" && field !== "accounts")) return [];
  return [selection[field].lastIndexOf(value)];
}

const deliveryShape = {
  rawDelivery: z.boolean(),
  /** Empty = none. */
  deadLetterQueueArn: z.string().trim().max(300),
};

/**
 * What the wizard sends. The rules depend on the topic, so the same schema is made on both sides: by the form to
 * show problems at their fields, and by the service, which trusts nothing.
 */
export function createSubscriptionSchema(topic: { arn: string; products: readonly ProductId[] }) {
  return createSubscriptionShape.superRefine((input, ctx) => {
    checkSelection(topic.products, input, ctx);
    const problem = endpointProblem(input.protocol, input.endpoint);
    if (problem) refuse(ctx, ["endpoint"], problem);
    checkDelivery(topic.arn, input.protocol, input, ctx);
    if (input.protocol !== "firehose") return;
    const roleProblem = roleArnProblem(input.subscriptionRoleArn);
    if (roleProblem) refuse(ctx, ["subscriptionRoleArn"], roleProblem);
  });
}

export const createSubscriptionShape = z.object({
  topicId: id,
  ...selectionShape,
  protocol: z.enum(PROTOCOLS, "Choose a protocol."),
  endpoint: z.string().trim().max(2048),
  ...deliveryShape,
  /** Only for Firehose: the role SNS assumes to write to the stream. */
  subscriptionRoleArn: z.string().trim().max(300),
});
export type CreateSubscriptionInput = z.input<typeof createSubscriptionShape>;

export const editSubscriptionShape = z.object({
  id,
  /** The version the editor was opened on; a newer one means somebody else changed it meanwhile. */
  version: z.number().int(),
  filter: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("selection"), ...selectionShape }),
    z.object({
      kind: z.literal("policy"),
      scope: z.enum(FILTER_POLICY_SCOPES),
      text: z.string().max(300_000),
    }),
    /** Leaves the filter as it is, for one that the console cannot read or does not know. */
    z.object({ kind: z.literal("keep") }),
  ]),
  ...deliveryShape,
});
export type EditSubscriptionInput = z.input<typeof editSubscriptionShape>;

/** What the editor sends; made on both sides like `createSubscriptionSchema`. */
export function editSubscriptionSchema(
  topic: { arn: string; products: readonly ProductId[] },
  protocol: (typeof PROTOCOLS)[number],
) {
  return editSubscriptionShape.superRefine((input, ctx) => {
    checkDelivery(topic.arn, protocol, input, ctx);
    const { filter } = input;
    if (filter.kind === "policy") {
      const parsed = parseFilterPolicy(filter.text, filter.scope);
      if (!parsed.ok)
        for (const issue of parsed.issues)
          refuse(ctx, ["filter", "text"], issue.path ? `${issue.path}: ${issue.message}` : issue.message);
    }
    if (filter.kind === "selection") checkSelection(topic.products, filter, ctx, ["filter"]);
  });
}

function checkDelivery(
  topicArn: string,
  protocol: (typeof PROTOCOLS)[number],
  input: { rawDelivery: boolean; deadLetterQueueArn: string },
  ctx: Context,
) {
  if (input.rawDelivery && !RAW_DELIVERY_PROTOCOLS.includes(protocol))
    refuse(
      ctx,
      ["rawDelivery"],
      "SNS delivers raw messages to HTTP, HTTPS, SQS and Firehose only. Turn it off.",
    );
  const problem = input.deadLetterQueueArn
    ? deadLetterQueueProblem(input.deadLetterQueueArn, topicArn)
    : null;
  if (problem) refuse(ctx, ["deadLetterQueueArn"], problem);
}

export const subscriptionIdSchema = z.object({ id });

export const confirmSubscriptionSchema = z.object({
  id,
  link: z
    .string()
    .trim()
    .max(4000)
    .refine(
      (link) => URL.canParse(link) && new URL(link).searchParams.has("Token"),
      "Paste the whole Confirm subscription link from the mail; it contains Token=.",
    ),
});
export type ConfirmSubscriptionInput = z.input<typeof confirmSubscriptionSchema>;

/** What the wizard asks about an endpoint while it is being typed. */
export const endpointUseSchema = z.object({
  protocol: z.enum(PROTOCOLS),
  endpoint: z.string().min(1).max(2048),
});

export const repairSubscriptionSchema = z.object({
  id,
  /** The version the repair was suggested for. */
  version: z.number().int(),
  /** The repaired policy as it was shown. */
  text: z.string().max(300_000),
});
export type RepairSubscriptionInput = z.input<typeof repairSubscriptionSchema>;

const PAUSED_AT_MOST_MS = 366 * 24 * 3_600_000;

export const pauseSubscriptionSchema = z.object({
  id,
  /** When it resumes by itself; null for when somebody resumes it. */
  until: z
    .date("Enter a date and a time.")
    .refine((until) => until.getTime() > Date.now(), "Choose a time that is still to come.")
    .refine(
      (until) => until.getTime() <= Date.now() + PAUSED_AT_MOST_MS,
      "Choose a time within a year, or pause it until you resume it.",
    )
    .nullable(),
});

/** A filter that is not saved yet, of a subscription that exists (`id`) or not. */
export const proposedFilterSchema = z.object({
  id: id.nullable(),
  protocol: z.enum(PROTOCOLS),
  endpoint: z.string().max(2048),
  scope: z.enum(FILTER_POLICY_SCOPES),
  policy: z.string().max(300_000),
});
export type ProposedFilter = z.output<typeof proposedFilterSchema>;

export const refreshTopicSchema = z.object({ topicId: id });

const SHOWN_STATUSES = STATUSES.filter((status) => status !== "removed");
export const SORT_COLUMNS = [
  "created",
  "types",
  "filter",
  "verdict",
  "protocol",
  "endpoint",
  "status",
] as const;

/** The table's state, as it stands in the URL. Anything odd in a shared link falls back to its default. */
export const listQuerySchema = z.object({
  q: z.string().trim().max(200).catch("").default(""),
  status: listOf(SHOWN_STATUSES),
  protocol: listOf(PROTOCOLS),
  /** `any` stands for all of them. */
  attention: z.preprocess(everyKind, listOf(ATTENTION_KINDS)),
  type: z.preprocess(split, z.array(z.string().max(100)).catch([])),
  sort: z.enum(SORT_COLUMNS).catch("created").default("created"),
  dir: z.enum(["asc", "desc"]).catch("desc").default("desc"),
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1).default(1),
  size: z.coerce
    .number()
    .refine((n): n is (typeof PAGE_SIZES)[number] => PAGE_SIZES.some((size) => size === n))
    .catch(25)
    .default(25),
});
export type ListQuery = z.output<typeof listQuerySchema>;

function everyKind(value: unknown): unknown {
  return value === "any" ? [...ATTENTION_KINDS] : value;
}

function split(value: unknown): unknown {
  if (Array.isArray(value)) return value.flatMap((part) => String(part).split(","));
  return typeof value === "string" && value !== "" ? value.split(",") : [];
}

function listOf<const T extends readonly [string, ...string[]] | readonly string[]>(values: T) {
  const known = (value: string): value is T[number] => values.includes(value);
  return z.preprocess(split, z.array(z.string()).catch([])).transform((given) => given.filter(known));
}
