import {
  products as catalog,
  findResult,
  isNotificationType,
  PRODUCT_IDS,
  RESULT_TYPES,
  typesOf,
} from "../catalog/index.ts";
import type { Condition } from "../filter-policy/index.ts";
import type { Sort } from "./domain.ts";
import { meantNature, meantTexts, meantValues } from "./meant-condition.ts";
import type { Reason } from "./reason.ts";
import type { Survey } from "./survey.ts";
import { whyUncarried } from "./why-uncarried.ts";

/** Why no message of the topic can satisfy the condition at the path. */
export function whyImpossible(survey: Survey, path: string, condition: Condition): Reason {
  const sorts = survey.kinds.flatMap((kind) => kind.domainOf(path).sorts);
  if (sorts.length === 0) return whyUncarried(survey, path);
  switch (condition.kind) {
    case "exists":
      return { kind: "alwaysCarried", key: path, types: [] };
    case "anything-but":
      return { kind: "excludesEverything" };
    case "cidr":
      return { kind: "notAnAddress" };
    case "numeric":
      return sorts.some(({ kind }) => kind === "number") ? { kind: "emptyRange" } : { kind: "wrongNature" };
    case "exact":
      return typeof condition.value === "string"
        ? whyNoText(survey, path, condition, sorts)
        : wrongNature(condition, sorts);
    case "prefix":
    case "suffix":
    case "equals-ignore-case":
    case "wildcard":
      return whyNoText(survey, path, condition, sorts);
    default:
      return condition satisfies never;
  }
}

type TextCondition = Parameters<typeof meantValues>[0];

function whyNoText(survey: Survey, path: string, condition: TextCondition, sorts: readonly Sort[]): Reason {
  const known = closedTexts(sorts);
  if (known.length > 0) return whyNotListed(survey, path, condition, known);
  const grammar = sorts.find((sort) => sort.kind === "text")?.grammar;
  if (grammar === undefined) return wrongNature(condition, sorts);
  const meant = meantTexts(condition, sorts);
  const { noun, rule } = grammar;
  return { kind: "impossibleText", noun, rule, ...(meant.length > 0 && { meant }) };
}

function closedTexts(sorts: readonly Sort[]): readonly string[] {
  const values = sorts.flatMap((sort) => (sort.kind === "closed" ? sort.values : []));
  return [...new Set(values.filter((value) => typeof value === "string"))];
}

function whyNotListed(
  survey: Survey,
  path: string,
  condition: TextCondition,
  known: readonly string[],
): Reason {
  if (condition.kind === "exact") {
    const elsewhere = whyElsewhere(survey, path, String(condition.value));
    if (elsewhere !== undefined) return elsewhere;
  }
  const meant = meantValues(condition, known);
  return meant.length > 0 ? { kind: "misspelt", meant } : { kind: "unknownValue", known };
}

/** Where else a value of the catalog belongs; keys are the attributes', as bodies have no closed lists in common. */
function whyElsewhere({ policy, products }: Survey, path: string, value: string): Reason | undefined {
  if (policy.scope === "MessageBody") return undefined;
  const keys = [
    ...(isNotificationType(value) ? ["notificationType"] : []),
    ...RESULT_TYPES.filter((type) => findResult(type, value) !== undefined),
  ];
  const here = ["notificationType", ...products.map((id) => catalog[id].resultType)];
  const key = keys.find((candidate) => candidate !== path && here.includes(candidate));
  if (key !== undefined && isPublished(products, key, value)) return { kind: "otherKeyValue", key };
  const product = PRODUCT_IDS.find(
    (id) => !products.includes(id) && keys.some((candidate) => isPublished([id], candidate, value)),
  );
  return product === undefined ? undefined : { kind: "otherProductValue", product };
}

function isPublished(products: Survey["products"], key: string, value: string): boolean {
  if (key === "notificationType") return typesOf(products).some((type) => type === value);
  return products.some((id) => catalog[id].resultType === key);
}

function wrongNature(condition: Condition, sorts: readonly Sort[]): Reason {
  if (condition.kind !== "exact") return { kind: "wrongNature" };
  const isNumber = typeof condition.value === "number" && sorts.some(({ kind }) => kind === "number");
  if (isNumber) return { kind: "emptyRange" };
  const meant = meantNature(condition.value, sorts);
  return { kind: "wrongNature", ...(meant.length > 0 && { meant }) };
}
