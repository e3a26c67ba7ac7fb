import { isScalar } from "./attributes.ts";
import type { Scalar } from "./policy.ts";

/** One element of one array: the same object for all that lies in it. Arrays are numbered as they are met. */
export type Element = { readonly array: number; readonly index: number; readonly outer: Element | undefined };

/** A value and the innermost array element it lies in, if any; elements that are scalars themselves do not count. */
export type Field = { readonly value: Scalar; readonly within: Element | undefined };

/** Fields by dotted path; a path without values is missing. */
export type Fields = ReadonlyMap<string, readonly Field[]>;

/** The paths to look for in an object, with every path that leads to one. */
export type WantedPaths = { readonly wanted: ReadonlySet<string>; readonly leading: ReadonlySet<string> };

/** Prepares paths for `bodyFields`. */
export function wantedPaths(paths: Iterable<string>): WantedPaths {
  const wanted = new Set(paths);
  return { wanted, leading: new Set([...wanted].flatMap(properPrefixes)) };
}

/**
 * The values of a JSON object at the wanted paths. Arrays are transparent: their elements lie at the array's own
 * path, and elements that are objects or arrays remember their place. Empty arrays and objects leave nothing. A
 * path may be spelled by any mix of nesting and dotted keys.
 */
export function bodyFields(root: object, { wanted, leading }: WantedPaths): Fields {
  const fields = new Map<string, Field[]>();
  let arrays = 0;

  function visit(value: unknown, path: string, within: Element | undefined): void {
    if (isScalar(value)) {
      if (wanted.has(path)) keep(path, { value, within });
    } else if (Array.isArray(value)) {
      const array = arrays++;
      value.forEach((element: unknown, index) => {
        visit(element, path, isScalar(element) ? within : { array, index, outer: within });
      });
    } else visitMembers(value, `${path}.`, within);
  }

  function visitMembers(object: unknown, prefix: string, within: Element | undefined): void {
    for (const [key, value] of Object.entries(object ?? {})) {
      const path = prefix + key;
      if (wanted.has(path) || leading.has(path)) visit(value, path, within);
    }
  }

  function keep(path: string, field: Field): void {
    const there = fields.get(path);
    if (there) there.push(field);
    else fields.set(path, [field]);
  }

  visitMembers(root, "", undefined);
  return fields;
}

function properPrefixes(path: string): string[] {
  const steps = path.split(".");
  return steps.slice(1).map((_, index) => steps.slice(0, index + 1).join("."));
}
