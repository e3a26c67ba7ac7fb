import type { NotificationType } from "../notification-types.ts";
import { isResultType } from "../notification-types.ts";
import { PRODUCT_IDS, type ProductId, products, typesOf } from "../products.ts";
import { accountRecipes } from "./account-notifications.ts";
import { classificationResultRecipes } from "./classification-results.ts";
import { deploymentRecipes } from "./deployment-notifications.ts";
import type { Place, Recipe, Sample, SampleAttributes } from "./sample.ts";
import { scanResultRecipes } from "./scan-results.ts";

export { healthAlarmSample } from "./health-alarm.ts";
export type { Place, Sample, SampleAttributes, SampleMessage } from "./sample.ts";

const recipes: Readonly<Record<NotificationType, readonly Recipe[]>> = {
  scanResult: scanResultRecipes,
  classificationResult: classificationResultRecipes,
  largeFileScan: [accountRecipes.largeFileScan],
  bucketsDiscovered: [accountRecipes.bucketsDiscovered],
  bucketProtection: [accountRecipes.bucketProtection],
  bucketCrawling: [accountRecipes.bucketCrawling],
  bucketsPublicAccess: [accountRecipes.bucketsPublicAccess],
  bucketAutoProtectionFailed: [accountRecipes.bucketAutoProtectionFailed],
  updatesAvailable: [deploymentRecipes.updatesAvailable],
  lowPrepaidData: [deploymentRecipes.lowPrepaidData],
  trialExpiring: [deploymentRecipes.trialExpiring],
};

const DEFAULT_PLACES: Readonly<Record<ProductId, Place>> = {
  antivirus: { bucket: "css-protect-versioning", accountId: "123456789012" },
  classification: { bucket: "class-trigger-bucket-3", accountId: "123456789012" },
};

/**
 * The sample messages of a topic that these products publish to: every type, and every result of a result type, worst
 * first. A type that several products publish is there once, from the first of them, since no attribute tells the
 * publishers apart.
 */
export function samplesFor(productIds: readonly ProductId[]): readonly Sample[] {
  return typesOf(productIds).flatMap((type) => {
    const product = PRODUCT_IDS.find((id) => productIds.includes(id) && products[id].types.includes(type));
    if (product === undefined) return [];
    return recipes[type].map((recipe) => cook(recipe, product, DEFAULT_PLACES[product]));
  });
}

/**
 * The same sample, had it happened in another bucket or account: attributes and body agree. What a type does not
 * carry is not added to it. Throws for a sample that is not of this catalog.
 */
export function sampleWith(sample: Sample, place: Partial<Place>): Sample {
  const recipe = recipes[sample.type].find((candidate) => idOf(candidate, sample.product) === sample.id);
  if (recipe === undefined) throw new Error(`There is no sample ${sample.id}.`);
  return cook(recipe, sample.product, { ...sample.place, ...place });
}

function cook(recipe: Recipe, product: ProductId, place: Place): Sample {
  const { type, result, title, provenance, note } = recipe;
  const values = {
    notificationType: type,
    ...(isResultType(type) && result !== null && { [type]: result }),
    ...recipe.attributes(place),
  };
  return {
    id: idOf(recipe, product),
    product,
    place,
    type,
    result,
    title,
    provenance,
    note,
    subject: `${products[product].subjectPrefix}: ${recipe.headline}`,
    attributes: asAttributes(values),
    body: JSON.stringify(recipe.body(place)),
  };
}

/** Stable, so that a sample can be named in a URL: "antivirus/scanResult/Clean". */
function idOf({ type, result, variant }: Recipe, product: ProductId): string {
  return [product, type, result, variant].filter((part) => part !== null && part !== undefined).join("/");
}

function asAttributes(values: Readonly<Record<string, string>>): SampleAttributes {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { type: "String" as const, value }]),
  );
}
