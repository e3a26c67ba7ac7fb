import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { requireActor } from "@/lib/auth/session";
import { liveAws } from "@/lib/aws/live";
import { PRODUCT_IDS, type ProductId } from "@/lib/catalog";
import { readEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { TOPIC_COOKIE } from "./constants.ts";
import { listTopics, type Topic } from "./queries.ts";

export type TopicView = Pick<Topic, "id" | "arn" | "name" | "region" | "accountId" | "products">;

const view = ({ id, arn, name, region, accountId, products }: Topic): TopicView => ({
  id,
  arn,
  name,
  region,
  accountId,
  products,
});

/** The managed topics, for the switcher and the settings. */
export const loadTopics = cache(async (): Promise<TopicView[]> => {
  await requireActor("console:read");
  return listTopics().map(view);
});

/**
 * The topic a page is about: the one its URL names, else the one last chosen, else the first.
 * @returns null while no topic is managed.
 */
export async function loadCurrentTopic(fromUrl: string | undefined): Promise<Topic | null> {
  await requireActor("console:read");
  const topics = listTopics();
  const chosen = (await cookies()).get(TOPIC_COOKIE)?.value;
  const byId = (id: string | undefined) => topics.find((topic) => topic.id === id);
  return byId(fromUrl) ?? byId(chosen) ?? topics[0] ?? null;
}

export type TopicChoice = { arn: string; name: string; managed: boolean; likelyProducts: ProductId[] };
export type TopicChoices =
  | { kind: "listed"; region: string; topics: TopicChoice[]; more: boolean }
  | { kind: "failed"; region: string; message: string; requestId: string | undefined };

const MAX_CHOICES = 1000;

/** What AWS's ListTopics offers in a region, to choose from; or why it could not be asked. */
export async function loadTopicChoices(wantedRegion: string | undefined): Promise<TopicChoices> {
  await requireActor("topics:write");
  const region = /^[a-z0-9-]{1,40}$/.test(wantedRegion ?? "") ? (wantedRegion ?? "") : defaultRegion();
  const managed = new Set(listTopics().map((topic) => topic.arn));
  const choices: TopicChoice[] = [];
  try {
    for await (const page of liveAws().sns.listTopics(region)) {
      choices.push(...page.map((arn) => choice(arn, managed)));
      if (choices.length >= MAX_CHOICES) break;
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { kind: "failed", region, message: error.message, requestId: error.requestId };
  }
  const more = choices.length >= MAX_CHOICES;
  return { kind: "listed", region, topics: choices.slice(0, MAX_CHOICES).sort(likelyFirst), more };
}

function defaultRegion(): string {
  return readEnv().AWS_REGION ?? "us-east-1";
}

function choice(arn: string, managed: Set<string>): TopicChoice {
  const name = arn.split(":").at(-1) ?? arn;
  return { arn, name, managed: managed.has(arn), likelyProducts: likelyProducts(name) };
}

/** A guess from the name, to preselect; the administrator decides. */
function likelyProducts(name: string): ProductId[] {
  return PRODUCT_IDS.filter((id) => name.toLowerCase().includes(id));
}

function likelyFirst(a: TopicChoice, b: TopicChoice): number {
  const rank = (c: TopicChoice) =>
    c.likelyProducts.length > 0 || /notificationstopic/i.test(c.name) ? 0 : 1;
  return rank(a) - rank(b) || a.name.localeCompare(b.name, "en");
}
