import "server-only";
import { getDb } from "@/db/client";
import { parseInput } from "@/lib/actions/parse-input";
import type { AuditAction } from "@/lib/audit/constants";
import { recordAudit } from "@/lib/audit/service";
import type { Actor } from "@/lib/auth/actor";
import { liveAws } from "@/lib/aws/live";
import type { AttributeChange } from "@/lib/aws/ports";
import { selectionToPolicy } from "@/lib/catalog";
import { AppError } from "@/lib/errors";
import { formatFilterPolicy, parseFilterPolicy } from "@/lib/filter-policy";
import { getTopic, type Topic } from "@/lib/topics/queries";
import { PROPAGATION_MS, type Scope } from "../constants.ts";
import { pausedPolicy } from "../pause.ts";
import { getSubscription } from "../queries.ts";
import { type EditSubscriptionInput, editSubscriptionSchema } from "../schema.ts";
import { type RowChange, type SubscriptionRow, updateSubscription } from "./store.ts";

type Step = { change: AttributeChange; row: RowChange; action: AuditAction };

/**
 * Changes what SNS lets one change: the filter, raw delivery and the dead-letter queue. SNS takes one attribute a
 * call, so each accepted one is written and audited at once: when a later one is refused, nothing is misremembered.
 * @throws AppError "invalid" with the fields at fault, "conflict" when somebody else changed it since `version`, or
 * what AWS refused, saying what was saved before.
 */
export async function editSubscription(
  { actor, input: raw }: { actor: Actor; input: EditSubscriptionInput },
  aws = liveAws(),
): Promise<SubscriptionRow> {
  const before = getSubscription(raw.id);
  const topic = getTopic(before.topicId);
  const input = parseInput(editSubscriptionSchema(topic, before.protocol), raw);
  const arn = editableArn(before);
  if (before.version !== input.version)
    throw new AppError(
      "conflict",
      "Somebody else, or a sync, changed this subscription while you were editing. Reload to see what it holds now.",
    );
  let row = before;
  let saved = 0;
  for (const step of steps(before, topic, input)) {
    try {
      const { requestId } = await aws.sns.setAttribute(arn, step.change);
      row = save(topic, row, step, actor, requestId);
      saved += 1;
    } catch (error) {
      throw saved > 0 && error instanceof AppError ? partly(error) : error;
    }
  }
  return row;
}

function editableArn(row: SubscriptionRow): string {
  if ((row.status === "pending" || row.status === "confirmed") && row.arn) return row.arn;
  const why =
    row.status === "pending"
      ? "AWS hides the ARN of a pending subscription that was made elsewhere. Resend its confirmation first: AWS then tells the ARN."
      : "Only pending and confirmed subscriptions can be edited.";
  throw new AppError("conflict", why);
}

function partly(error: AppError) {
  return new AppError(
    error.code,
    `Part of the change was saved before AWS refused the rest. ${error.message}`,
    {
      fieldErrors: error.fieldErrors,
      requestId: error.requestId,
      cause: error,
    },
  );
}

function save(
  topic: Topic,
  row: SubscriptionRow,
  step: Step,
  actor: Actor,
  awsRequestId: string | undefined,
) {
  return getDb().transaction((tx) => {
    const after = updateSubscription(tx, topic, row, {
      ...step.row,
      propagatesUntil: new Date(Date.now() + PROPAGATION_MS),
    });
    const before: Record<string, unknown> = row;
    recordAudit(tx, {
      actor,
      action: step.action,
      subject: { id: row.id, name: row.endpoint },
      before: Object.fromEntries(Object.keys(step.row).map((key) => [key, before[key]])),
      after: step.row,
      awsRequestId,
    });
    return after;
  });
}

function steps(row: SubscriptionRow, topic: Topic, input: EditSubscriptionInput): Step[] {
  const wanted = wantedFilter(row, topic, input);
  const queue = input.deadLetterQueueArn || null;
  return [
    ...filterSteps(row, wanted),
    ...(input.rawDelivery === row.rawDelivery
      ? []
      : [
          {
            change: { name: "RawMessageDelivery", value: input.rawDelivery },
            row: { rawDelivery: input.rawDelivery },
            action: "subscription.set-raw-delivery",
          } satisfies Step,
        ]),
    ...(queue === row.deadLetterQueueArn
      ? []
      : [
          {
            change: { name: "DeadLetterQueue", value: queue },
            row: { deadLetterQueueArn: queue },
            action: "subscription.set-dead-letter-queue",
          } satisfies Step,
        ]),
  ];
}

type Filter = { text: string | null; scope: Scope };

function wantedFilter(row: SubscriptionRow, topic: Topic, { filter }: EditSubscriptionInput): Filter {
  switch (filter.kind) {
    case "keep":
      return { text: row.filterPolicy, scope: row.filterPolicyScope };
    case "selection":
      return {
        text: formatFilterPolicy(selectionToPolicy(topic.products, filter)),
        scope: "MessageAttributes",
      };
    case "policy": {
      const parsed = parseFilterPolicy(filter.text, filter.scope);
      // checked by the schema; an unreadable one cannot come this far
      return { text: parsed.ok ? formatFilterPolicy(parsed.value) : filter.text, scope: filter.scope };
    }
    default:
      return filter satisfies never;
  }
}

/**
 * Scope and policy take two calls. A nested policy is refused while the scope is MessageAttributes, so the scope
 * goes first then, and last on the way back.
 */
function filterSteps(row: SubscriptionRow, wanted: Filter): Step[] {
  const action = "subscription.set-filter-policy";
  const policy: Step[] =
    wanted.text === row.filterPolicy
      ? []
      : [
          {
            change: { name: "FilterPolicy", value: atAws(row, wanted.text) },
            row: { filterPolicy: wanted.text },
            action,
          },
        ];
  const scope: Step[] =
    wanted.scope === row.filterPolicyScope
      ? []
      : [
          {
            change: { name: "FilterPolicyScope", value: wanted.scope },
            row: { filterPolicyScope: wanted.scope },
            action,
          },
        ];
  return wanted.scope === "MessageBody" ? [...scope, ...policy] : [...policy, ...scope];
}

/** A paused subscription stays paused: AWS gets the policy inside the one that matches nothing. */
function atAws({ pausedAt, pausedUntil }: SubscriptionRow, text: string | null): string | null {
  return pausedAt ? pausedPolicy({ since: pausedAt, until: pausedUntil, filterPolicy: text }) : text;
}
