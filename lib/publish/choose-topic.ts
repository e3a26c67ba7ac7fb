import { type NotificationType, PRODUCT_IDS, type ProductId, products } from "@/lib/catalog";
import { AppError } from "@/lib/errors";

type Topic = { arn: string; name: string; products: readonly ProductId[] };
type Wanted = {
  topicArn?: string | undefined;
  product?: ProductId | undefined;
  type: NotificationType;
};

/**
 * The topic and the product that a notification is published to and by: the ones named, else the only ones there are.
 * @throws AppError "invalid" when there is none, "conflict" naming the choices when there are several; with the field.
 */
export function chooseTopic<T extends Topic>(
  topics: readonly T[],
  { topicArn, product, type }: Wanted,
): { topic: T; product: ProductId } {
  const publishers = PRODUCT_IDS.filter((id) => products[id].types.includes(type));
  if (product && !publishers.includes(product))
    throw refusal(
      "/product",
      `${products[product].name} does not publish ${type}; ${named(publishers)} does. Leave product out, or choose another type.`,
    );
  const asked = topicArn === undefined ? topics : topics.filter(({ arn }) => arn === topicArn);
  if (asked.length === 0) throw unmanaged(topics, topicArn);
  const wanted = product ? [product] : publishers;
  const pairs = asked.flatMap((topic) =>
    wanted.filter((id) => topic.products.includes(id)).map((id) => ({ topic, product: id })),
  );
  const [first, ...others] = pairs;
  if (!first)
    throw refusal(
      topicArn ? "/topicArn" : "/type",
      `${topicArn ? "On this topic" : "On the topics that the console manages"} ${named(wanted)} publishes nothing. ${topicArn ? "Name another topic" : "Add its topic"}, or change the topic's products in Console Settings.`,
    );
  if (others.length === 0) return first;
  const arns = [...new Set(pairs.map(({ topic }) => topic.arn))];
  throw arns.length > 1
    ? ambiguous("/topicArn", `Several topics carry this. Name one of them: ${arns.join(", ")}.`)
    : ambiguous(
        "/product",
        `Several products publish this to the topic. Name one of them: ${wanted.join(", ")}.`,
      );
}

function unmanaged(topics: readonly Topic[], topicArn: string | undefined): AppError {
  if (topicArn === undefined || topics.length === 0)
    return refusal("/topicArn", "The console manages no topic yet. Add one in Console Settings.");
  const arns = topics.map(({ arn }) => arn).join(", ");
  return refusal("/topicArn", `The console does not manage this topic. It manages ${arns}.`);
}

function named(ids: readonly ProductId[]): string {
  return ids.map((id) => products[id].name).join(" or ");
}

function refusal(pointer: string, message: string): AppError {
  return new AppError("invalid", message, { fieldErrors: { [pointer]: [message] } });
}

function ambiguous(pointer: string, message: string): AppError {
  return new AppError("conflict", message, { fieldErrors: { [pointer]: [message] } });
}
