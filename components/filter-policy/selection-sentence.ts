import {
  findResult,
  isNotificationType,
  notificationTypes,
  type ProductId,
  type SelectionInput,
  soleResultType,
  typesOf,
} from "@/lib/catalog";

/** A piece of a sentence; what was chosen stands out. */
export type SentencePart = { text: string; isChosen: boolean };

const LISTED_TYPES = 4;
const LISTED_NAMES = 3;

/** What a selection delivers, as a whole sentence. Empty while no type is chosen. */
export function selectionSentence(
  productIds: readonly ProductId[],
  selection: SelectionInput,
): SentencePart[] {
  const { types } = selection;
  if (types.length === 0) return [];
  return [
    plain("Delivers "),
    ...typeParts(productIds, types),
    ...resultParts(selection),
    ...placeParts(selection),
    plain("."),
  ];
}

function typeParts(productIds: readonly ProductId[], types: readonly string[]): SentencePart[] {
  const published = typesOf(productIds).length;
  if (types.length === published && published > 1)
    return [plain("notifications of "), chosen(`all ${published} types`)];
  if (types.length > LISTED_TYPES)
    return [plain("notifications of "), chosen(`${types.length} of ${published} types`)];
  const labels = types.map((type) => (isNotificationType(type) ? notificationTypes[type].label : type));
  return [...listed(labels, "conjunction"), plain(" notifications")];
}

function resultParts({ types, results }: SelectionInput): SentencePart[] {
  const resultType = soleResultType(types);
  if (resultType === undefined) return [];
  if (results.length === 0) return [plain(" whatever the "), chosen("result")];
  const labels = results.map((value) => findResult(resultType, value)?.label ?? value);
  return [plain(" that report "), ...listed(labels, "disjunction")];
}

function placeParts({ types, buckets, accounts }: SelectionInput): SentencePart[] {
  if (buckets.length > 0) return [plain(", only in "), ...names(buckets, "bucket")];
  if (accounts.length > 0) return [plain(", only in "), ...names(accounts, "account")];
  const belongsToAccount = types.every(
    (type) => isNotificationType(type) && notificationTypes[type].scope !== "deployment",
  );
  if (!belongsToAccount) return [];
  return soleResultType(types) === undefined
    ? [plain(", in every account")]
    : [plain(", in every bucket and account")];
}

function names(values: readonly string[], noun: string): SentencePart[] {
  return values.length > LISTED_NAMES
    ? [chosen(`${values.length} ${noun}s`)]
    : [plain(`${noun} `), ...listed(values, "disjunction")];
}

function listed(values: readonly string[], type: "conjunction" | "disjunction"): SentencePart[] {
  return new Intl.ListFormat("en-GB", { type })
    .formatToParts(values)
    .map((part) => ({ text: part.value, isChosen: part.type === "element" }));
}

function plain(text: string): SentencePart {
  return { text, isChosen: false };
}

function chosen(text: string): SentencePart {
  return { text, isChosen: true };
}
