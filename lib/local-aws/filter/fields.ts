import { type JsonNode, JsonProblem, type JsonScalar, parseJson } from "./json.ts";

/** Where in the body's arrays a value lies: in which element of which array, and where that array lies. Null: in none. */
export type Position = { readonly array: number; readonly element: number; readonly outer: Position } | null;

/** One scalar of a message. Two fields can count together only if no array has them in different elements. */
export type Field = { value: JsonScalar; position: Position };

/**
 * A message as the engine sees it: its scalars by dotted path. `unreadable` holds the names of attributes whose
 * value does not fit their type; a condition on one of these, even on its absence, is never met.
 */
export type Fields = { byPath: ReadonlyMap<string, readonly Field[]>; unreadable: ReadonlySet<string> };

const NOWHERE: Position = null;
const NOTHING_UNREADABLE: ReadonlySet<string> = new Set();

/**
 * Flattens a body. A dot inside a name and a step into an object look the same afterwards; empty arrays and
 * objects leave no trace. Returns null for a body that is not a JSON object: SNS never delivers such a message
 * to a subscription that filters on the body.
 */
export function bodyFields(body: string): Fields | null {
  const root = parseOrNull(body);
  if (root?.kind !== "object") return null;
  const byPath = new Map<string, Field[]>();
  let arrays = 0;
  const visit = (node: JsonNode, path: string | null, position: Position): void => {
    switch (node.kind) {
      case "object":
        for (const { name, value } of node.members)
          visit(value, path === null ? name : `${path}.${name}`, position);
        return;
      case "array": {
        const array = arrays++;
        node.items.forEach((item, index) => {
          const isContainer = item.kind === "object" || item.kind === "array";
          // a scalar element binds nothing: two keys may rest on different elements of a list of scalars
          visit(item, path, isContainer ? { array, element: index, outer: position } : position);
        });
        return;
      }
      default:
        add(byPath, path ?? "", { value: node, position });
    }
  };
  visit(root, null, NOWHERE);
  return { byPath, unreadable: NOTHING_UNREADABLE };
}

/**
 * The attributes SNS compares: String, Number and String.Array, custom suffixes such as `Number.int` included.
 * Binary ones count as absent (https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html).
 */
export function attributeFields(
  attributes: Readonly<Record<string, { Type: string; Value: string }>>,
): Fields {
  const byPath = new Map<string, Field[]>();
  const unreadable = new Set<string>();
  for (const [name, { Type, Value }] of Object.entries(attributes)) {
    const values = attributeValues(Type, Value);
    if (!values) unreadable.add(name);
    for (const value of values ?? []) add(byPath, name, { value, position: NOWHERE });
  }
  return { byPath, unreadable };
}

function attributeValues(type: string, text: string): JsonScalar[] | null {
  if (type === "String.Array") return arrayValues(text);
  switch (type.split(".")[0]) {
    case "String":
      return [{ kind: "string", value: text }];
    case "Number": {
      const value = Number(text);
      return text.trim() === "" || Number.isNaN(value) ? null : [{ kind: "number", text, value }];
    }
    default:
      return [];
  }
}

/** A scalar in place of the array is taken for its only element; nested elements are not compared. */
function arrayValues(text: string): JsonScalar[] | null {
  const node = parseOrNull(text);
  if (node === null) return null;
  const items = node.kind === "array" ? node.items : [node];
  return items.filter((item) => item.kind !== "array" && item.kind !== "object");
}

function add(byPath: Map<string, Field[]>, path: string, field: Field): void {
  const fields = byPath.get(path);
  if (fields) fields.push(field);
  else byPath.set(path, [field]);
}

function parseOrNull(text: string): JsonNode | null {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof JsonProblem) return null;
    throw error;
  }
}
