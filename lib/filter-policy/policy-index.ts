import { readAttribute } from "./attributes.ts";
import { readBody } from "./body.ts";
import { bodyFields, type Fields, type WantedPaths, wantedPaths } from "./body-fields.ts";
import { type Branch, branchesOf } from "./compile.ts";
import { type FilterableMessage, matchesFields } from "./match.ts";
import type { FilterPolicy, FilterPolicyScope, Scalar } from "./policy.ts";
import { type MessageValues, PostingLists } from "./posting-lists.ts";

/** A subscription's policy under the subscription's id; `null` is no policy, which admits every message. */
export type FilterPolicyIndexEntry = { readonly id: string; readonly policy: FilterPolicy | null };

/** Which of many policies admit a message. */
export type FilterPolicyIndex = {
  /** The ids of the entries that admit the message, in the order they were added. Never throws. */
  match(message: FilterableMessage): string[];
  /** Adds an entry; one with the same id is removed first. */
  add(entry: FilterPolicyIndexEntry): void;
  /** Removes the entry with this id; false when there is none. */
  remove(id: string): boolean;
  readonly size: number;
};

/**
 * Prepares policies so that asking which of them admit a message costs by the number that do, not by the number
 * there are; the answer always equals asking `matchFilterPolicy` of each. That holds for keys of exact values: a
 * policy none of whose keys names only exact values is looked at for every message, though equal conditions are
 * tried once.
 */
export function createFilterPolicyIndex(entries: Iterable<FilterPolicyIndexEntry>): FilterPolicyIndex {
  return new PolicyIndex(entries);
}

/** Changes an index takes before it is filed anew, beside half its size; a small index needs no perfect order. */
const UNFILED_CHANGES = 16;

class PolicyIndex implements FilterPolicyIndex {
  /** Entries by handle, in the order they were added; removed ones leave a hole until the next filing. */
  private entries: (FilterPolicyIndexEntry | undefined)[] = [];
  private handles = new Map<string, number>();
  private everyMessage: number[] = [];
  private byAttributes = new PostingLists([]);
  private byBody = new PostingLists([]);
  private bodyPaths: WantedPaths | undefined;
  private changesUntilFiling = 0;

  constructor(entries: Iterable<FilterPolicyIndexEntry>) {
    // the last of several entries with one id counts, at its own place
    const unique = new Map<string, FilterPolicyIndexEntry>();
    for (const entry of entries) {
      unique.delete(entry.id);
      unique.set(entry.id, entry);
    }
    this.fileAll([...unique.values()]);
  }

  get size(): number {
    return this.handles.size;
  }

  add(entry: FilterPolicyIndexEntry): void {
    this.remove(entry.id);
    this.enter(entry, branchesOf(entry.policy?.entries ?? []));
    this.noteChange();
  }

  remove(id: string): boolean {
    const handle = this.handles.get(id);
    if (handle === undefined) return false;
    this.handles.delete(id);
    this.entries[handle] = undefined;
    this.noteChange();
    return true;
  }

  match(message: FilterableMessage): string[] {
    const hits = [...this.everyMessage];
    if (!this.byAttributes.isEmpty) this.byAttributes.collect(this.readAttributes(message), hits);
    const fields = this.byBody.isEmpty ? undefined : this.readFields(message.body);
    if (fields) this.collectByBody(fields, hits);
    return this.idsOf(hits);
  }

  private collectByBody(fields: Fields, hits: number[]): void {
    const values = new Map([...fields].map(([path, there]) => [path, there.map(({ value }) => value)]));
    const hasElements = [...fields.values()].some((there) =>
      there.some(({ within }) => within !== undefined),
    );
    if (!hasElements) {
      this.byBody.collect(values, hits);
      return;
    }
    const candidates: number[] = [];
    this.byBody.collect(values, candidates, true);
    // whether keys meet in one element is seen only by looking at all keys of a policy together
    for (const handle of new Set(candidates)) {
      const policy = this.entries[handle]?.policy;
      if (policy && matchesFields(policy.entries, fields)) hits.push(handle);
    }
  }

  private readAttributes({ attributes }: FilterableMessage): MessageValues {
    const values = new Map<string, readonly Scalar[] | undefined>();
    for (const name of Object.keys(attributes)) {
      if (!this.byAttributes.paths.has(name)) continue;
      const reading = readAttribute(attributes, name);
      if (reading.kind !== "absent") values.set(name, reading.kind === "values" ? reading.values : undefined);
    }
    return values;
  }

  private readFields(text: string): Fields | undefined {
    const body = readBody(text);
    if (body.kind !== "object") return undefined;
    this.bodyPaths ??= wantedPaths(this.byBody.paths);
    return bodyFields(body.root, this.bodyPaths);
  }

  private idsOf(hits: number[]): string[] {
    const ids: string[] = [];
    let last = -1;
    for (const handle of inOrder(hits)) {
      const entry = this.entries[handle];
      if (entry !== undefined && handle !== last) ids.push(entry.id);
      last = handle;
    }
    return ids;
  }

  private noteChange(): void {
    this.changesUntilFiling -= 1;
    if (this.changesUntilFiling < 0) this.fileAll(this.entries.filter((entry) => entry !== undefined));
  }

  /** Files everything by the values there are now, and forgets what was removed. */
  private fileAll(entries: readonly FilterPolicyIndexEntry[]): void {
    const branches = entries.map(({ policy }) => branchesOf(policy?.entries ?? []));
    const branchesOfScope = (scope: FilterPolicyScope) =>
      branches.filter((_, index) => entries[index]?.policy?.scope === scope).flat();
    this.entries = [];
    this.handles = new Map();
    this.everyMessage = [];
    this.bodyPaths = undefined;
    this.byAttributes = new PostingLists(branchesOfScope("MessageAttributes"));
    this.byBody = new PostingLists(branchesOfScope("MessageBody"));
    this.changesUntilFiling = UNFILED_CHANGES + entries.length / 2;
    for (const [index, entry] of entries.entries()) this.enter(entry, branches[index] ?? []);
  }

  private enter(entry: FilterPolicyIndexEntry, branches: readonly Branch[]): void {
    const handle = this.entries.push(entry) - 1;
    this.handles.set(entry.id, handle);
    const { policy } = entry;
    if (policy === null || policy.entries.length === 0) {
      this.everyMessage.push(handle);
      return;
    }
    const isByBody = policy.scope === "MessageBody";
    if (isByBody) this.bodyPaths = undefined;
    const lists = isByBody ? this.byBody : this.byAttributes;
    for (const branch of branches) lists.file(handle, branch);
  }
}

/** Handles in ascending order; they often are already. */
function inOrder(hits: readonly number[]): Iterable<number> {
  const isAscending = hits.every((handle, index) => index === 0 || (hits[index - 1] ?? 0) <= handle);
  return isAscending ? hits : new Uint32Array(hits).sort();
}
