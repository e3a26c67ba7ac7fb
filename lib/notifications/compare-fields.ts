import { isResultType } from "@/lib/catalog";
import { bodyFields, type Fields, scalarText } from "./body-fields.ts";
import { parseObject } from "./parse-delivery.ts";
import { readBody } from "./read-body.ts";
import { visibleText } from "./visible-text.ts";

export type ComparedSide = { name: string; text: string };

/**
 * One thing a message says: as an attribute, which filters on attributes see, and as a field of the body.
 * `differ`: the two contradict each other.
 */
export type ComparedField = {
  attribute: (ComparedSide & { type: string }) | null;
  body: ComparedSide | null;
  differ: boolean;
};

type Attributes = Readonly<Record<string, { type: string; value: string }>>;

/** How bodies call what attributes say. `scanType` has no twin: bodies mean the billing class by that name. */
const TWINS: Readonly<Record<string, readonly string[]>> = {
  notificationType: ["notificationType"],
  scanResult: ["result"],
  classificationResult: ["result", "resultType"],
  bucket: ["bucketName", "container", "bucket"],
  accountId: ["accountId"],
  key: ["key", "objectPath"],
  scanResultKind: ["resultKind"],
};

const LONGEST_TEXT = 500;

/** Attributes with their twins in the body, then the attributes without one, then the body's other plain fields. */
export function compareFields(attributes: Attributes, body: string): ComparedField[] {
  const fields = bodyFields(body) ?? new Map<string, unknown>();
  const { result } = readBody(parseObject(body));
  const twinned = new Set<string>();
  const rows = Object.entries(attributes).map(([name, { type, value }]): ComparedField => {
    const twin = twinOf(name, fields);
    if (twin !== undefined) twinned.add(twin);
    const text = twin === undefined ? undefined : scalarText(fields.get(twin));
    return {
      attribute: { name: visibleText(name), text: shown(value), type },
      body: twin === undefined ? null : { name: twin, text: shown(text ?? "") },
      // a number of older products is the word it stands for
      differ: text !== undefined && text !== value && !(isResultType(name) && value === result),
    };
  });
  const others = [...fields.keys()].flatMap((name): ComparedField[] => {
    const text = scalarText(fields.get(name));
    if (twinned.has(name) || text === undefined) return [];
    return [{ attribute: null, body: { name: visibleText(name), text: shown(text) }, differ: false }];
  });
  return [...rows.filter(({ body }) => body), ...rows.filter(({ body }) => !body), ...others];
}

function twinOf(attribute: string, fields: Fields): string | undefined {
  if (!Object.hasOwn(TWINS, attribute)) return undefined;
  return TWINS[attribute]?.find((name) => fields.has(name));
}

function shown(text: string): string {
  return visibleText(text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text);
}
