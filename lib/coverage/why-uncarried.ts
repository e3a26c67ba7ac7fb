import { attributesOf, PRODUCT_IDS, typesOf } from "../catalog/index.ts";
import { bodyFields } from "./body-fields.ts";
import { meantAttribute, meantBodyField } from "./meant-key.ts";
import type { Reason } from "./reason.ts";
import type { Survey } from "./survey.ts";

/** Why no message of the topic holds anything at the path. */
export function whyUncarried({ policy, products }: Survey, path: string): Reason {
  const carriedBy = policy.scope === "MessageBody" ? bodyPaths : attributeNames;
  const owner = PRODUCT_IDS.find((id) => !products.includes(id) && carriedBy([id]).includes(path));
  if (owner !== undefined) return { kind: "otherProductKey", product: owner };
  const meantIn = policy.scope === "MessageBody" ? meantBodyField : meantAttribute;
  const meant = meantIn(path, carriedBy(products));
  return { kind: "unknownKey", ...(meant !== undefined && { meant }) };
}

function attributeNames(productIds: Survey["products"]): string[] {
  return typesOf(productIds).flatMap((type) => attributesOf(type).map(({ name }) => name));
}

function bodyPaths(productIds: Survey["products"]): string[] {
  return typesOf(productIds).flatMap((type) => Object.keys(bodyFields[type]));
}
