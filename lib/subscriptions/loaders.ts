import "server-only";
import { requireActor } from "@/lib/auth/session";
import type { ProductId, Selection } from "@/lib/catalog";
import { formatFilterPolicy } from "@/lib/filter-policy";
import { loadCurrentTopic } from "@/lib/topics/loaders";
import { getTopic, type Topic } from "@/lib/topics/queries";
import { viewFilter } from "./derive.ts";
import {
  countByStatus,
  countFacets,
  getSubscription,
  listKnownNames,
  listSubscriptions,
  revisionOf,
} from "./queries.ts";
import { type ListQuery, listQuerySchema } from "./schema.ts";
import type { SubscriptionRow } from "./service/store.ts";

/** A row of the table: plain data, nothing AWS or the database would not want shown. */
export type SubscriptionView = Pick<
  SubscriptionRow,
  | "id"
  | "protocol"
  | "endpoint"
  | "arn"
  | "status"
  | "statusReason"
  | "statusSince"
  | "origin"
  | "createdBy"
  | "createdAt"
  | "pendingExpiresAt"
  | "typesText"
  | "summary"
  | "rawDelivery"
  | "deadLetterQueueArn"
  | "protected"
  | "propagatesUntil"
  | "version"
>;

/** What the page needs to say how fresh it is. */
export type SyncView = {
  asOf: Date | null;
  /** Set while the latest sync failed. */
  failure: { at: Date; message: string; requestId: string | null } | null;
};

export type SubscriptionsPage = {
  topic: { id: string; arn: string; name: string; region: string; products: ProductId[] };
  query: ListQuery;
  rows: SubscriptionView[];
  total: number;
  /** Rows of the topic in all, whatever the search: tells "none yet" from "none match". */
  overall: number;
  pending: number;
  facets: ReturnType<typeof countFacets>;
  sync: SyncView;
  revision: string;
};

type SearchParams = Record<string, string | string[] | undefined>;

/** Everything the Subscriptions tab shows, from the database alone. Null while no topic is managed. */
export async function loadSubscriptionsPage(params: SearchParams): Promise<SubscriptionsPage | null> {
  await requireActor("console:read");
  const topic = await loadCurrentTopic(typeof params.topic === "string" ? params.topic : undefined);
  if (!topic) return null;
  const query = listQuerySchema.parse(params);
  const counts = countByStatus(topic.id);
  const { rows, total } = listSubscriptions(topic.id, query);
  return {
    topic: topicView(topic),
    query,
    rows: rows.map(rowView),
    total,
    overall: Object.values(counts).reduce((sum, n) => sum + n, 0),
    pending: (counts.pending ?? 0) + (counts.creating ?? 0),
    facets: countFacets(topic.id, query),
    sync: syncView(topic),
    revision: revisionOf(topic.id),
  };
}

/** What the editor begins with: the filter as a selection where it is one, and its JSON in any case. */
export type SubscriptionDetail = SubscriptionView & {
  topic: { id: string; arn: string; name: string; products: ProductId[] };
  filter:
    | { kind: "selection"; selection: Selection; policyText: string }
    | { kind: "all" }
    | { kind: "custom"; reason: string; policyText: string }
    | { kind: "unreadable"; reason: string; policyText: string }
    | { kind: "unknown" };
  scope: SubscriptionRow["filterPolicyScope"];
};

/** One subscription with everything its dialogs show. @throws AppError("not_found"). */
export async function loadSubscription(id: string): Promise<SubscriptionDetail> {
  await requireActor("console:read");
  const row = getSubscription(id);
  const topic = getTopic(row.topicId);
  return {
    ...rowView(row),
    topic: topicView(topic),
    filter: filterOf(row, topic.products),
    scope: row.filterPolicyScope,
  };
}

function filterOf(row: SubscriptionRow, products: readonly ProductId[]): SubscriptionDetail["filter"] {
  const view = viewFilter(row, products);
  const policyText =
    "policy" in view && view.policy ? formatFilterPolicy(view.policy) : (row.filterPolicy ?? "");
  switch (view.kind) {
    case "selection":
      return { kind: "selection", selection: view.selection, policyText };
    case "custom":
    case "unreadable":
      return { kind: view.kind, reason: view.reason, policyText };
    default:
      return { kind: view.kind };
  }
}

/** How fresh the topic's rows are. */
export function syncView(topic: Topic): SyncView {
  const { syncedAt, syncFailedAt, syncError, syncErrorRequestId } = topic;
  const failure =
    syncFailedAt && syncError
      ? { at: syncFailedAt, message: syncError, requestId: syncErrorRequestId }
      : null;
  return { asOf: syncedAt, failure };
}

function topicView({ id, arn, name, region, products }: Topic) {
  return { id, arn, name, region, products };
}

function rowView(row: SubscriptionRow): SubscriptionView {
  return {
    id: row.id,
    protocol: row.protocol,
    endpoint: row.endpoint,
    arn: row.arn,
    status: row.status,
    statusReason: row.statusReason,
    statusSince: row.statusSince,
    origin: row.origin,
    createdBy: row.createdBy,
    createdAt: row.createdAt,
    pendingExpiresAt: row.pendingExpiresAt,
    typesText: row.typesText,
    summary: row.summary,
    rawDelivery: row.rawDelivery,
    deadLetterQueueArn: row.deadLetterQueueArn,
    protected: row.protected,
    propagatesUntil: row.propagatesUntil,
    version: row.version,
  };
}

/** Bucket names and account ids to choose from in the wizard and the editor. */
export async function loadKnownNames(topicId: string) {
  await requireActor("console:read");
  return listKnownNames(topicId);
}
