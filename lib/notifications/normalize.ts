import {
  type AttributeName,
  attributesOf,
  isNotificationType,
  isResultType,
  NOTIFICATION_TYPES,
  PRODUCT_IDS,
  type ProductId,
  products,
  type Severity,
} from "@/lib/catalog";
import { DRILL_ATTRIBUTE, MAX_COLUMN_LENGTH, type Oddity } from "./constants.ts";
import { cut } from "./cut.ts";
import { parseObject, type Received } from "./parse-delivery.ts";
import { readBody } from "./read-body.ts";
import { isKnownResult, severityOfStored } from "./severity.ts";

/** What the columns of a notification hold: what is searched, counted and shown in lists. */
export type Columns = {
  product: ProductId | null;
  type: string | null;
  result: string | null;
  severity: Severity;
  bucket: string | null;
  accountId: string | null;
  objectKey: string | null;
  /** Names of what was found, one a line: malware, or the rules that matched. */
  malware: string | null;
  engine: string | null;
  actionTaken: string | null;
  oddities: readonly Oddity[];
  drill: boolean;
};

type Input = Pick<Received, "topic" | "subject" | "attributes" | "body" | "oddities">;

/**
 * Reads what a message is about: from its attributes, which SNS filters by, and where they are silent from its body.
 * Anything is accepted; what the catalog would not expect is told in `oddities`. Long values are cut.
 */
export function normalize(received: Input): Columns {
  const { attributes } = received;
  const attribute = (name: string) => (Object.hasOwn(attributes, name) ? attributes[name]?.value : undefined);
  const body = parseObject(received.body);
  const found = readBody(body);
  const type = attribute("notificationType") ?? found.type;
  const resultAttribute = type && isResultType(type) ? attribute(type) : undefined;
  const result = resultAttribute ?? found.result;
  const severity = severityOfStored(type, result);
  return {
    product: productOf(received, type, found.isHealthAlarm),
    type: column(type),
    result: column(result),
    severity,
    bucket: column(attribute("bucket") ?? found.bucket),
    accountId: column(attribute("accountId") ?? found.accountId),
    objectKey: column(attribute("key") ?? found.objectKey),
    malware: column(found.names.join("\n")),
    engine: column(found.engines.join(", ")),
    actionTaken: column(found.actionTaken),
    oddities: odditiesOf(received, { isJson: body !== null, isHealthAlarm: found.isHealthAlarm, result }),
    drill: attribute(DRILL_ATTRIBUTE) === "true",
  };
}

function column(text: string | null): string | null {
  return text ? cut(text, MAX_COLUMN_LENGTH) : null;
}

const publishers = new Map<string, readonly ProductId[]>(
  NOTIFICATION_TYPES.map((type) => [type, PRODUCT_IDS.filter((id) => products[id].types.includes(type))]),
);

/** By the type where one product publishes it, else by the subject's prefix, else by who publishes to the topic. */
function productOf({ topic, subject }: Input, type: string | null, isHealthAlarm: boolean): ProductId | null {
  if (isHealthAlarm) return null;
  const [first, ...others] = publishers.get(type ?? "") ?? [];
  if (first && others.length === 0) return first;
  const named = PRODUCT_IDS.find((id) => subject?.includes(`${products[id].subjectPrefix}:`));
  if (named) return named;
  const [sole, ...more] = topic.products;
  return sole && more.length === 0 ? sole : null;
}

const required = new Map<string, readonly AttributeName[]>(
  NOTIFICATION_TYPES.map((type) => [
    type,
    attributesOf(type)
      .filter((carried) => carried.required)
      .map(({ name }) => name),
  ]),
);

function odditiesOf(
  { attributes, oddities }: Input,
  { isJson, isHealthAlarm, result }: { isJson: boolean; isHealthAlarm: boolean; result: string | null },
): readonly Oddity[] {
  const type = attributes.notificationType?.value;
  const odd: Oddity[] = [...oddities];
  if (!isJson) odd.push("notJson");
  if (isHealthAlarm) return [...odd, "healthAlarm"];
  if (type === undefined) return [...odd, "noType"];
  if (!isNotificationType(type)) return [...odd, "unknownType"];
  if (isResultType(type) && result && !isKnownResult(type, result)) odd.push("unknownResult");
  if (required.get(type)?.some((name) => !Object.hasOwn(attributes, name))) odd.push("missingAttribute");
  return odd;
}
