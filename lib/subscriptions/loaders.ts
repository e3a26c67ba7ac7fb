import "server-only";
import { requireActor } from "@/lib/auth/session";
import type { ProductId, Selection } from "@/lib/catalog";
import { AppError } from "@/lib/errors";
import { formatFilterPolicy } from "@/lib/filter-policy";
import { rosterOf } from "@/lib/recipients/roster";
import { receiversIn } from "@/lib/recipients/topic-coverage";
import { loadCurrentTopic } from "@/lib/topics/loaders";
import { getTopic, type Topic } from "@/lib/topics/queries";
import { attentionOf } from "./attention.ts";
import { consequencesOfLosing } from "./consequences.ts";
import type { AttentionKind } from "./constants.ts";
import { type FilterView, viewFilter } from "./derive.ts";
import { type Evidence, evidenceOf } from "./evidence.ts";
import { type KnownNames, knownNames } from "./known-names.ts";
import {
  countAttention,
  countByStatus,
  countFacets,
  countUnsettled,
  getSubscription,
  listSubscriptions,
  revisionOf,
} from "./queries.ts";
import { type ListQuery, listQuerySchema } from "./schema.ts";
import type { SubscriptionRow } from "./service/store.ts";
import { type VerdictDetail, type VerdictView, verdictDetail, verdictView } from "./verdict-view.ts";

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
  | "pausedAt"
  | "pausedUntil"
  | "version"
> & { filterKind: FilterView["kind"]; verdict: VerdictView; attention: AttentionKind[] };

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
  /** Rows of the topic that need attention, whatever the search. */
  needAttention: number;
  /** While above 0 the open page polls. */
  unsettled: number;
  facets: ReturnType<typeof countFacets>;
  sync: SyncView;
  revision: string;
};

export type SearchParams = Record<string, string | string[] | undefined>;

/**
 * Everything the Subscriptions tab shows, from the database alone. Null while no topic is managed. A page beyond the
 * last one, as after a deletion, is answered with the last.
 */
export async function loadSubscriptionsPage(params: SearchParams): Promise<SubscriptionsPage | null> {
  await requireActor("console:read");
  const topic = await loadCurrentTopic(typeof params.topic === "string" ? params.topic : undefined);
  if (!topic) return null;
  const asked = listQuerySchema.parse(params);
  const counts = countByStatus(topic.id);
  const found = listSubscriptions(topic.id, asked);
  const lastPage = Math.max(1, Math.ceil(found.total / asked.size));
  const query = { ...asked, page: Math.min(asked.page, lastPage) };
  const { rows, total } = query.page === asked.page ? found : listSubscriptions(topic.id, query);
  return {
    topic: topicView(topic),
    query,
    rows: rows.map((row) => rowView(row, topic.products)),
    total,
    overall: Object.values(counts).reduce((sum, n) => sum + n, 0),
    needAttention: countAttention(topic.id),
    unsettled: countUnsettled(topic.id),
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
    ...rowView(row, topic.products),
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

function rowView(row: SubscriptionRow, products: readonly ProductId[]): SubscriptionView {
  const view = viewFilter(row, products);
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
    pausedAt: row.pausedAt,
    pausedUntil: row.pausedUntil,
    version: row.version,
    filterKind: view.kind,
    verdict: verdictView(row, view, products),
    attention: attentionOf(row, new Date()),
  };
}

/** A dialog of the Subscriptions tab with what it shows; `gone` when the subscription it is about is no more. */
export type DialogView =
  | { kind: "add"; known: KnownNames; from: SubscriptionDetail | null }
  | { kind: "edit"; known: KnownNames; subscription: SubscriptionDetail }
  | { kind: "verdict"; subscription: SubscriptionDetail; detail: VerdictDetail; evidence: Evidence }
  /** With what would have no recipient any more, in sentences. */
  | { kind: "delete" | "pause"; subscription: SubscriptionDetail; losses: readonly string[] }
  | { kind: "resume" | "resend" | "confirm"; subscription: SubscriptionDetail }
  /** What is exported: the rows picked in the browser, one, or all that the search finds. */
  | { kind: "export"; rows: "picked" | "found" | { id: string; endpoint: string } }
  | { kind: "import" | "delete-picked" }
  | { kind: "gone" };

/** The dialog that the URL asks for with `dialog` and `id` (`from` for one to add again); null for none. */
export async function loadDialog(params: SearchParams, topicId: string): Promise<DialogView | null> {
  await requireActor("console:read");
  const { dialog, id, from } = params;
  if (dialog === "add")
    return {
      kind: dialog,
      known: await loadKnownNames(topicId),
      from: typeof from === "string" ? await findDetail(from) : null,
    };
  if (dialog === "import" || dialog === "delete-picked") return { kind: dialog };
  if (dialog === "export") return exportView(params);
  if (typeof id !== "string") return null;
  if (!isDialogOfOne(dialog)) return null;
  const subscription = await findDetail(id);
  // to delete what is gone already needs no words
  if (!subscription) return dialog === "delete" ? null : { kind: "gone" };
  return viewOfOne(dialog, subscription);
}

async function exportView({ id, rows }: SearchParams): Promise<DialogView> {
  if (typeof id !== "string") return { kind: "export", rows: rows === "picked" ? "picked" : "found" };
  const one = await findDetail(id);
  return one ? { kind: "export", rows: { id, endpoint: one.endpoint } } : { kind: "gone" };
}

const DIALOGS_OF_ONE = ["edit", "verdict", "delete", "pause", "resume", "resend", "confirm"] as const;
type DialogOfOne = (typeof DIALOGS_OF_ONE)[number];

function isDialogOfOne(dialog: SearchParams[string]): dialog is DialogOfOne {
  return DIALOGS_OF_ONE.some((known) => known === dialog);
}

async function viewOfOne(kind: DialogOfOne, subscription: SubscriptionDetail): Promise<DialogView> {
  const { id, topic } = subscription;
  switch (kind) {
    case "edit":
      return { kind, subscription, known: await loadKnownNames(topic.id) };
    case "verdict": {
      const row = getSubscription(id);
      const detail = verdictDetail(row, viewFilter(row, topic.products), topic.products);
      return { kind, subscription, detail, evidence: await evidenceOf(row) };
    }
    case "delete":
    case "pause": {
      const receivers = receiversIn(rosterOf(topic.id));
      return { kind, subscription, losses: consequencesOfLosing(receivers, id, topic.products) };
    }
    case "resume":
    case "resend":
    case "confirm":
      return { kind, subscription };
    default:
      return kind satisfies never;
  }
}

async function findDetail(id: string): Promise<SubscriptionDetail | null> {
  try {
    return await loadSubscription(id);
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
}

/** Bucket names and account ids to choose from in the wizard and the editor. */
export async function loadKnownNames(topicId: string): Promise<KnownNames> {
  await requireActor("console:read");
  return knownNames(topicId);
}
