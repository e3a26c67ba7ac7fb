import { isScalar } from "./attributes.ts";
import { MAX_JSON_DEPTH } from "./json-reader.ts";
import type { Scalar } from "./policy.ts";

/** Which element of which array a value lies in; arrays are numbered as they are met. */
export type Membership = ReadonlyMap<number, number>;

export type Field = { readonly value: Scalar; readonly membership: Membership };

/**
 * The values of a JSON object by dotted path, for the given paths only. Arrays are transparent: their
 * elements lie at the array's own path, and elements that are objects or arrays remember their place. Empty
 * arrays and objects leave nothing; a path without values has an empty list. A path may be spelled by any mix of nesting and dotted keys. Undefined:
 * the body is not a JSON object, or nested deeper than AWS's parser follows.
 */
export function bodyFields(body: string, paths: Iterable<string>): Map<string, Field[]> | undefined {
  const root = parseObject(body);
  if (root === undefined) return undefined;
  const fields = new Map<string, Field[]>();
  for (const path of paths) fields.set(path, []);
  const onTheWay = new Set([...fields.keys()].flatMap(properPrefixes));
  let arrays = 0;

  function visit(value: unknown, path: string, membership: Membership, depth: number): boolean {
    if (depth > MAX_JSON_DEPTH) return false;
    if (isScalar(value)) {
      fields.get(path)?.push({ value, membership });
      return true;
    }
    if (!Array.isArray(value)) return visitMembers(value, `${path}.`, membership, depth);
    const array = arrays++;
    return value.every((element: unknown, index) =>
      visit(element, path, isScalar(element) ? membership : new Map(membership).set(array, index), depth + 1),
    );
  }

  function visitMembers(object: unknown, prefix: string, membership: Membership, depth: number): boolean {
    return Object.entries(object ?? {}).every(([key, value]) => {
      const path = prefix + key;
      if (!fields.has(path) && !onTheWay.has(path)) return true;
      return visit(value, path, membership, depth + 1);
    });
  }

  return visitMembers(root, "", new Map(), 1) ? fields : undefined;
}

function parseObject(body: string): object | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function properPrefixes(path: string): string[] {
  const steps = path.split(".");
  return steps.slice(1).map((_, index) => steps.slice(0, index + 1).join("."));
}
