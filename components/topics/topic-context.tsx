import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { products } from "@/lib/catalog";
import type { TopicView } from "@/lib/topics/loaders";
import { CurrentTopicSwitcher } from "./current-topic-switcher.tsx";

type TopicContextProps = {
  topics: readonly TopicView[];
  /** The topic of pages whose address names none. */
  rememberedId: string | undefined;
};

/** Which topic the pages are about; before there is one, the way to choose it. */
export function TopicContext({ topics, rememberedId }: TopicContextProps) {
  if (topics.length === 0) return <ButtonLink href="/setup/topics">Choose topics</ButtonLink>;
  const choices = topics.map(({ id, name, region, accountId, products: ids }) => ({
    id,
    name,
    region,
    accountId,
    products: ids.map((product) => products[product].name),
    // a query on an existing page
    href: `/configuration/proactive-notifications?topic=${encodeURIComponent(id)}` as Route,
  }));
  return <CurrentTopicSwitcher topics={choices} rememberedId={rememberedId} />;
}
