import "server-only";
import { requireActor } from "@/lib/auth/session";
import type { ProductId } from "@/lib/catalog";
import type { SampleMessage } from "@/lib/catalog/samples/index";
import { wantsEventBridge } from "@/lib/event-bridge/queries";
import { EVENT_BRIDGE_TARGET } from "@/lib/forwards/constants";
import { listForwardsOf } from "@/lib/forwards/queries";
import { chosenSample, type SampleGroup, sampleGroups } from "@/lib/recipients/question";
import { loadCurrentTopic } from "@/lib/topics/loaders";
import { findTopic } from "@/lib/topics/queries";
import { type ComparedField, compareFields } from "./compare-fields.ts";
import { type Facts, factsOf } from "./facts.ts";
import { type HistoryRow, historyRow } from "./history-row.ts";
import { cursorOf, positionOf } from "./position.ts";
import {
  countFacets,
  type Facets,
  findByMessageId,
  findNotification,
  listNotifications,
  type NotificationRow,
  neighbours,
} from "./queries.ts";
import { type FormView, sampleForms } from "./sample-forms.ts";
import { type HistoryQuery, historyQuerySchema, type SamplesQuery, samplesQuerySchema } from "./schema.ts";
import { asDelivered } from "./sns-document.ts";
import { visibleJson, visibleText } from "./visible-text.ts";

export type SearchParams = Record<string, string | string[] | undefined>;

export type HistoryPage = {
  topic: { id: string; name: string; products: ProductId[] };
  query: HistoryQuery;
  rows: HistoryRow[];
  facets: Facets;
  /** The cursors of the pages beside this one; null where there is none. */
  newer: string | null;
  older: string | null;
  /** The newest row there was when the page was made: what counts as new is newer. */
  newest: string;
  asOf: Date;
};

const topicIn = ({ topic }: SearchParams) => (typeof topic === "string" ? topic : undefined);

/** A page of what the current topic carried. Null while no topic is managed. */
export async function loadHistory(params: SearchParams): Promise<HistoryPage | null> {
  await requireActor("console:read");
  const topic = await loadCurrentTopic(topicIn(params));
  if (!topic) return null;
  const asOf = new Date();
  const { query, rows, newer, older } = pageOf(topic.id, historyQuerySchema.parse(params));
  const [first] = listNotifications(topic.id, query, { size: 1 }).rows;
  return {
    topic: { id: topic.id, name: topic.name, products: topic.products },
    query,
    rows: rows.map((row) => historyRow(row, (id) => findNotification(id)?.body ?? "")),
    facets: countFacets(topic.id, query),
    newer,
    older,
    newest: first ? cursorOf(first) : "0.0",
    asOf,
  };
}

/** The page that the cursors ask for. Going back to where nothing newer is leads to the first page, and a full one. */
function pageOf(topicId: string, query: HistoryQuery) {
  const [before, after] = [positionOf(query.before), positionOf(query.after)];
  const { rows, hasMore } = listNotifications(topicId, query, { size: query.size, before, after });
  const isForward = !before && after !== undefined;
  if (isForward && !hasMore) return firstPage(topicId, query);
  const [first, last] = [rows[0], rows.at(-1)];
  const hasNewer = isForward ? hasMore : before !== undefined;
  const hasOlder = isForward || hasMore;
  return {
    query,
    rows,
    newer: hasNewer ? (first ? cursorOf(first) : query.before) : null,
    older: hasOlder && last ? cursorOf(last) : null,
  };
}

function firstPage(topicId: string, query: HistoryQuery) {
  const { rows, hasMore } = listNotifications(topicId, query, { size: query.size });
  const last = rows.at(-1);
  return {
    query: { ...query, before: "", after: "" },
    rows,
    newer: null,
    older: hasMore && last ? cursorOf(last) : null,
  };
}

/** What is still to be forwarded to EventBridge; what was sent leaves no trace of its own. */
export type Forwarding =
  | { kind: "waiting"; attempts: number; dueAt: Date; error: string | null }
  | { kind: "failed"; error: string | null }
  | { kind: "nothingLeft"; isOn: boolean };

export type NotificationDetail = {
  /** The topic it came from; `isManaged` while the console still manages that. */
  topic: { id: string; name: string; isManaged: boolean };
  query: HistoryQuery;
  row: HistoryRow;
  messageId: string;
  receivedAt: Date;
  subject: string | null;
  facts: Facts;
  compared: ComparedField[];
  /** The body as it came, indented where it is JSON. */
  body: string;
  /** As an endpoint receives it. */
  document: string;
  forwarding: Forwarding;
  /** The rows beside it in the list that the query makes. */
  newer: number | null;
  older: number | null;
};

/**
 * One message, by its number here or by SNS's MessageId, with what is beside it in the list that the URL describes.
 * Null when there is none, or none any more.
 */
export async function loadNotification(id: string, params: SearchParams): Promise<NotificationDetail | null> {
  await requireActor("console:read");
  const found = /^\d{1,15}$/.test(id) ? findNotification(Number(id)) : findByMessageId(id);
  if (!found) return null;
  const query = historyQuerySchema.parse(params);
  return { ...detailOf(found), ...placeOf(found, query), query };
}

function detailOf(found: NotificationRow) {
  const { messageId, receivedAt, subject, attributes, body } = found;
  return {
    row: historyRow(found, () => body),
    messageId,
    receivedAt,
    subject: subject && visibleText(subject),
    facts: factsOf(found),
    compared: compareFields(attributes, body),
    body: indented(body),
  };
}

function placeOf(found: NotificationRow, query: HistoryQuery) {
  const { id, topicId, publishedAt } = found;
  const topic = findTopic(topicId);
  const position = { publishedAt: publishedAt.getTime(), id };
  return {
    topic: { id: topicId, name: topic?.name ?? "A topic no longer managed", isManaged: topic !== undefined },
    forwarding: forwardingOf(id),
    document: visibleJson(asDelivered(found, topic?.arn ?? null)),
    ...neighbours(topicId, query, position),
  };
}

function forwardingOf(id: number): Forwarding {
  const forward = listForwardsOf(id).find(({ target }) => target === EVENT_BRIDGE_TARGET);
  if (!forward) return { kind: "nothingLeft", isOn: wantsEventBridge() };
  const { state, attempts, dueAt, error } = forward;
  return state === "failed" ? { kind: state, error } : { kind: state, attempts, dueAt, error };
}

function indented(body: string): string {
  try {
    return visibleJson(JSON.stringify(JSON.parse(body), null, 2));
  } catch {
    return visibleJson(body);
  }
}

export type SamplesPage = {
  topic: { id: string; name: string };
  query: SamplesQuery;
  groups: SampleGroup[];
  sample: Pick<SampleMessage, "id" | "title" | "provenance" | "note" | "attributes">;
  forms: FormView[];
};

/** The catalog's messages of the current topic's products, one of them in every form. Null while no topic is managed. */
export async function loadSamples(params: SearchParams): Promise<SamplesPage | null> {
  await requireActor("console:read");
  const topic = await loadCurrentTopic(topicIn(params));
  if (!topic) return null;
  const query = samplesQuerySchema.parse(params);
  const { id, title, provenance, note, attributes, ...message } = chosenSample(topic.products, query.sample);
  const sample = { id, title, provenance, note, attributes };
  return {
    topic: { id: topic.id, name: topic.name },
    query,
    groups: sampleGroups(topic.products),
    sample,
    forms: sampleForms(
      { ...sample, ...message },
      { topicArn: topic.arn, accountId: topic.accountId, region: topic.region },
    ),
  };
}
