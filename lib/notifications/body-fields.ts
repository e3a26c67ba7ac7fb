export type Fields = ReadonlyMap<string, unknown>;

/** The fields of a body that is a JSON object; undefined for any other text. */
export function bodyFields(body: string): Fields | undefined {
  try {
    return fieldsOf(JSON.parse(body));
  } catch {
    return undefined;
  }
}

/** The fields of an object; undefined for lists, texts and the like. */
export function fieldsOf(value: unknown): Fields | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return new Map(Object.entries(value));
}

/** The first of these fields that the body has. */
export function fieldAt(fields: Fields, names: readonly string[]): unknown {
  const name = names.find((each) => fields.has(each));
  return name === undefined ? undefined : fields.get(name);
}

/** A value as text where it is a text, a number or a truth; undefined where it is none of these, or empty. */
export function scalarText(value: unknown): string | undefined {
  if (typeof value === "string") return value === "" ? undefined : value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}
