/**
 * Parameters of a Query protocol request. Lists and maps arrive flattened (`Tags.member.1.Key`); `group` gathers
 * them in the order of their numbers.
 */
export class QueryParameters {
  readonly #values: ReadonlyMap<string, string>;

  constructor(values: Iterable<readonly [string, string]>) {
    this.#values = new Map(values);
  }

  /** The value of a parameter; undefined when it was not sent. `""` names the value of a list member itself. */
  text(name: string): string | undefined {
    return this.#values.get(name);
  }

  /** The members under `<prefix>.<n>`, each with its own parameters. */
  group(prefix: string): QueryParameters[] {
    const groups = new Map<number, [string, string][]>();
    for (const [name, value] of this.#values) {
      const match =
        name.startsWith(`${prefix}.`) && /^(\d{1,6})(?:\.(.*))?$/s.exec(name.slice(prefix.length + 1));
      if (!match) continue;
      const number = Number(match[1]);
      const group = groups.get(number) ?? [];
      group.push([match[2] ?? "", value]);
      groups.set(number, group);
    }
    return [...groups].sort(([a], [b]) => a - b).map(([, values]) => new QueryParameters(values));
  }

  /** A map sent as `<name>.entry.<n>.key` and `.value`. */
  map(name: string): Map<string, string> {
    const pairs = this.group(`${name}.entry`).map(
      (entry) => [entry.text("key") ?? "", entry.text("value") ?? ""] as const,
    );
    return new Map(pairs);
  }

  /** A list of strings sent as `<name>.member.<n>`. */
  strings(name: string): string[] {
    return this.group(`${name}.member`).map((member) => member.text("") ?? "");
  }
}

/** Reads form data; later sources win. Broken percent escapes are kept as they stand. */
export function parseQuery(...sources: string[]): QueryParameters {
  return new QueryParameters(sources.flatMap((source) => [...new URLSearchParams(source)]));
}
