import { notificationTypes, type ProductId, products, type TypeGroup, typeGroups } from "@/lib/catalog";
import {
  healthAlarmSample,
  type Sample,
  type SampleMessage,
  samplesFor,
  sampleWith,
} from "@/lib/catalog/samples/index";
import type { FilterableMessage } from "@/lib/filter-policy";
import { type MessageReading, readMessage } from "./read-message.ts";
import type { PlaceQuery, SimulationQuery } from "./schema.ts";

/** A message that the topic carried. */
export type ReceivedMessage = { id: number; publishedAt: Date; message: FilterableMessage };

/** What is asked about: a message of the catalog, a pasted one, one that was received, or nothing yet. */
export type Question =
  | { kind: "sample"; sample: SampleMessage; message: FilterableMessage; notes: string[] }
  | { kind: "pasted"; text: string; reading: MessageReading }
  /** A long pasted message that the console no longer keeps. */
  | { kind: "forgotten" }
  | ({ kind: "received" } & ReceivedMessage)
  /** A received message that is no longer kept. */
  | { kind: "notKept" }
  | { kind: "none" };

type Finders = {
  /** A long pasted message by its name. */
  findKept: (name: string) => string | undefined;
  findReceived: (id: number) => ReceivedMessage | undefined;
};

/** The question that the URL asks. */
export function questionOf(
  productIds: readonly ProductId[],
  query: SimulationQuery,
  { findKept, findReceived }: Finders,
): Question {
  if (query.received) {
    const received = findReceived(Number(query.received));
    return received ? { kind: "received", ...received } : { kind: "notKept" };
  }
  const text = query.kept ? findKept(query.kept) : query.message;
  if (text === undefined) return { kind: "forgotten" };
  if (text !== "") return { kind: "pasted", text, reading: readMessage(text) };
  if (query.mode !== undefined && query.mode !== "sample") return { kind: "none" };
  const { sample, notes } = sampleAt(chosenSample(productIds, query.sample), query);
  return { kind: "sample", sample, message: { attributes: sample.attributes, body: sample.body }, notes };
}

/** The sample of that name; else the worst news there is. */
export function chosenSample(productIds: readonly ProductId[], id: string): Sample | SampleMessage {
  if (id === healthAlarmSample.id) return healthAlarmSample;
  const samples = samplesFor(productIds);
  return samples.find((sample) => sample.id === id) ?? samples[0] ?? healthAlarmSample;
}

/** The sample had it happened in the place asked for, and what of the place the message does not carry. */
function sampleAt(sample: Sample | SampleMessage, { bucket, account }: PlaceQuery) {
  const place = { ...(bucket && { bucket }), ...(account && { accountId: account }) };
  const moved = "place" in sample ? sampleWith(sample, place) : sample;
  const notes = Object.keys(place)
    .filter((name) => !Object.hasOwn(moved.attributes, name))
    .map(
      (name) =>
        `This message names no ${name === "bucket" ? "bucket" : "account"}, so that one changes nothing.`,
    );
  return { sample: moved, notes };
}

/** A sample as text to begin a message of one's own with. */
export function sampleText({ attributes, body }: SampleMessage): string {
  const values = Object.entries(attributes).map(([name, { value }]) => [name, value]);
  return JSON.stringify({ attributes: Object.fromEntries(values), body: JSON.parse(body) }, null, 2);
}

export type SampleGroup = { label: string; samples: { id: string; title: string }[] };

/** The samples to choose from, by publisher and type; what all products publish, and the alarm, come last. */
export function sampleGroups(productIds: readonly ProductId[]): SampleGroup[] {
  const samples = samplesFor(productIds);
  const groups = typeGroups(productIds).flatMap((group) =>
    group.types.map((type) => ({
      label: [publisher(group, productIds), notificationTypes[type].label].filter(Boolean).join(": "),
      samples: samples.filter((sample) => sample.type === type).map(({ id, title }) => ({ id, title })),
    })),
  );
  const alarm = {
    label: "Amazon CloudWatch",
    samples: [{ id: healthAlarmSample.id, title: healthAlarmSample.title }],
  };
  return [...groups, alarm];
}

function publisher(group: TypeGroup, productIds: readonly ProductId[]): string {
  const [only] = group.products;
  return productIds.length > 1 && group.products.length === 1 && only ? products[only].name : "";
}
