import "server-only";
import { requireActor } from "@/lib/auth/session";
import type { ProductId } from "@/lib/catalog";
import type { Place } from "@/lib/coverage";
import type { FilterableMessage } from "@/lib/filter-policy";
import type { HistoryRow } from "@/lib/notifications/history-row";
import { loadCurrentTopic } from "@/lib/topics/loaders";
import { listTopics } from "@/lib/topics/queries";
import { type CoverageView, coverageView } from "./coverage-view.ts";
import { findKeptMessage } from "./kept-messages.ts";
import {
  chosenSample,
  type Question,
  questionOf,
  type SampleGroup,
  sampleGroups,
  sampleText,
} from "./question.ts";
import { findReceived, type ReceivedAnswer, receivedAnswer, recentOf } from "./received.ts";
import { rosterOf } from "./roster.ts";
import { type PlaceQuery, placeSchema, type SimulationQuery, simulationQuerySchema } from "./schema.ts";
import { type ToldRows, toldOf } from "./told.ts";
import { coverageOf } from "./topic-coverage.ts";

export type SearchParams = Record<string, string | string[] | undefined>;

export type Simulation = {
  topic: { id: string; name: string; products: ProductId[] };
  query: SimulationQuery;
  question: Question;
  choices: SampleGroup[];
  /** The chosen sample as text, to begin a message of one's own with. */
  template: string;
  /** The newest messages that the topic carried, where one of them is to be chosen. */
  recent: HistoryRow[];
  /** Null while there is no message to ask about. */
  told: ToldRows | null;
};

/** Who of the current topic gets the message that the URL names, and why. Null while no topic is managed. */
export async function loadSimulation(params: SearchParams): Promise<Simulation | null> {
  await requireActor("console:read");
  const topic = await loadCurrentTopic(typeof params.topic === "string" ? params.topic : undefined);
  if (!topic) return null;
  const { id, name, products } = topic;
  const query = simulationQuerySchema.parse(params);
  const question = questionOf(products, query, {
    findKept: findKeptMessage,
    findReceived: (received) => findReceived(id, received),
  });
  const message = messageOf(question);
  return {
    topic: { id, name, products },
    query,
    question,
    choices: sampleGroups(products),
    template: sampleText(chosenSample(products, query.sample)),
    recent: query.mode === "received" ? recentOf(id) : [],
    told: message && toldOf(rosterOf(topic.id), message, query),
  };
}

function messageOf(question: Question): FilterableMessage | null {
  if (question.kind === "sample" || question.kind === "received") return question.message;
  return question.kind === "pasted" && question.reading.ok ? question.reading.message : null;
}

/** Who receives a message of the history as of now, and what has changed since. Null for one not kept, or not ours. */
export async function loadReceivedAnswer(id: number): Promise<ReceivedAnswer | null> {
  await requireActor("console:read");
  return receivedAnswer(id) ?? null;
}

export type TopicCoverage = CoverageView & {
  topic: { id: string; name: string };
  /** The other managed topics, to ask about instead. */
  others: { id: string; name: string }[];
  query: PlaceQuery;
  subscriptions: number;
};

/** Who is told of what on the current topic; with `bucket` or `account` in the URL, of what concerns that place. */
export async function loadTopicCoverage(params: SearchParams): Promise<TopicCoverage | null> {
  await requireActor("console:read");
  const topic = await loadCurrentTopic(typeof params.topic === "string" ? params.topic : undefined);
  if (!topic) return null;
  const query = placeSchema.parse(params);
  const roster = rosterOf(topic.id);
  const coverage = coverageOf(roster, topic.products, placeOf(query));
  return {
    ...coverageView(coverage, topic.products, roster.recipients),
    topic: { id: topic.id, name: topic.name },
    others: listTopics()
      .filter(({ id }) => id !== topic.id)
      .map(({ id, name }) => ({ id, name })),
    query,
    subscriptions: roster.recipients.length,
  };
}

function placeOf({ bucket, account }: PlaceQuery): Place | undefined {
  if (bucket) return { key: "bucket", value: bucket };
  return account ? { key: "accountId", value: account } : undefined;
}
