import { readAttribute } from "./attributes.ts";
import { readBody } from "./body.ts";
import { bodyFields, type Fields, type WantedPaths, wantedPaths } from "./body-fields.ts";
import { branchesOf } from "./compile.ts";
import { HandleSet } from "./handle-set.ts";
import { type FilterableMessage, matchesFields } from "./match.ts";
import type { FilterPolicy, FilterPolicyScope, Scalar } from "./policy.ts";
import { type CountedBranch, PostingLists } from "./posting-lists.ts";
import { MESSAGE_STEPS, POLICY_STEPS, Steps } from "./steps.ts";

/** A subscription's policy under the subscription's id; `null` is no policy, which admits every message. */
export type FilterPolicyIndexEntry = { readonly id: string; readonly policy: FilterPolicy | null };

/** Which of many policies admit a message. */
export type FilterPolicyIndex = {
  /** The ids of the entries that admit the message, in the order they were added. Never throws. */
  match(message: FilterableMessage): string[];
  /** As `match`, and the ids of those of which it cannot be told: the body leaves too many combinations to try. */
  decide(message: FilterableMessage): { admit: string[]; undecided: string[] };
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
  const steps = filterPolicyIndexInSteps(entries);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** As `createFilterPolicyIndex`, in steps of a few milliseconds between which something else can be done. */
export function* filterPolicyIndexInSteps(
  entries: Iterable<FilterPolicyIndexEntry>,
): Generator<undefined, FilterPolicyIndex> {
  const index = new PolicyIndex();
  // the last of several entries with one id counts, at its own place
  const unique = new Map<string, FilterPolicyIndexEntry>();
  for (const entry of entries) {
    unique.delete(entry.id);
    unique.set(entry.id, entry);
  }
  yield;
  yield* index.fileAll([...unique.values()]);
  return index;
}

const ENTRIES_PER_STEP = 250;

/** Changes an index takes before it is filed anew, beside half its size; a small index needs no perfect order. */
const UNFILED_CHANGES = 16;

class PolicyIndex implements FilterPolicyIndex {
  /** Entries by handle, in the order they were added; removed ones leave a hole until the next filing. */
  private entries: (FilterPolicyIndexEntry | undefined)[] = [];
  /** The ids of the entries once more: what is looked up for every match should lie close together. */
  private ids: (string | undefined)[] = [];
  private handles = new Map<string, number>();
  private everyMessage: number[] = [];
  private lists = emptyLists();
  private readonly hits = new HandleSet();
  private bodyPaths: WantedPaths | undefined;
  private changesUntilFiling = 0;

  get size(): number {
    return this.handles.size;
  }

  add(entry: FilterPolicyIndexEntry): void {
    this.remove(entry.id);
    this.enter(entry, this.count(entry));
    this.noteChange();
  }

  remove(id: string): boolean {
    const handle = this.handles.get(id);
    if (handle === undefined) return false;
    this.handles.delete(id);
    this.entries[handle] = undefined;
    this.ids[handle] = undefined;
    this.noteChange();
    return true;
  }

  match(message: FilterableMessage): string[] {
    return this.decide(message).admit;
  }

  decide({ attributes, body }: FilterableMessage): { admit: string[]; undecided: string[] } {
    const { MessageAttributes, MessageBody } = this.lists;
    const { hits } = this;
    for (const handle of this.everyMessage) hits.add(handle);
    if (!MessageAttributes.isEmpty)
      MessageAttributes.match(Object.keys(attributes), (name) => valuesAt(attributes, name), hits);
    const fields = MessageBody.isEmpty ? undefined : this.readFields(body);
    const undecided = fields ? this.matchBody(fields) : [];
    const admit: string[] = [];
    hits.drain((handle) => {
      const id = this.ids[handle];
      if (id !== undefined) admit.push(id);
    });
    return { admit, undecided };
  }

  /** Adds to the hits. @returns the ids of the undecided. */
  private matchBody(fields: Fields): string[] {
    const { MessageBody } = this.lists;
    const read = (path: string) => fields.get(path)?.map(({ value }) => value);
    const hasElements = [...fields.values()].some((there) =>
      there.some(({ within }) => within !== undefined),
    );
    if (!hasElements) {
      MessageBody.match(fields.keys(), read, this.hits);
      return [];
    }
    const candidates = new HandleSet();
    candidates.reserve(this.entries.length);
    MessageBody.match(fields.keys(), read, candidates, true);
    // whether keys meet in one element is seen only by looking at all keys of a policy together
    const undecided: string[] = [];
    const steps = new Steps(MESSAGE_STEPS);
    candidates.drain((handle) => {
      const entry = this.entries[handle];
      if (!entry?.policy) return;
      const matches = matchesFields(entry.policy.entries, fields, new Steps(POLICY_STEPS, steps));
      if (matches === "undecided") undecided.push(entry.id);
      else if (matches) this.hits.add(handle);
    });
    return undecided;
  }

  private readFields(text: string): Fields | undefined {
    const body = readBody(text);
    if (body.kind !== "object") return undefined;
    this.bodyPaths ??= wantedPaths(this.lists.MessageBody.paths);
    return bodyFields(body.root, this.bodyPaths);
  }

  private noteChange(): void {
    this.changesUntilFiling -= 1;
    if (this.changesUntilFiling >= 0) return;
    const steps = this.fileAll(this.entries.filter((entry) => entry !== undefined));
    while (!steps.next().done);
  }

  /** Files everything by the values there are now, and forgets what was removed. */
  *fileAll(entries: readonly FilterPolicyIndexEntry[]): Generator<undefined, void> {
    this.entries = [];
    this.ids = [];
    this.handles = new Map();
    this.everyMessage = [];
    this.lists = emptyLists();
    this.changesUntilFiling = UNFILED_CHANGES + entries.length / 2;
    const counted: (readonly CountedBranch[])[] = [];
    for (const entry of entries) {
      if (counted.push(this.count(entry)) % ENTRIES_PER_STEP === 0) yield;
    }
    for (const [index, entry] of entries.entries()) {
      this.enter(entry, counted[index] ?? []);
      if (index % ENTRIES_PER_STEP === 0) yield;
    }
  }

  private count({ policy }: FilterPolicyIndexEntry): readonly CountedBranch[] {
    if (policy === null || policy.entries.length === 0) return [];
    if (policy.scope === "MessageBody") this.bodyPaths = undefined;
    const lists = this.lists[policy.scope];
    return branchesOf(policy.entries).map((branch) => lists.count(branch));
  }

  private enter(entry: FilterPolicyIndexEntry, branches: readonly CountedBranch[]): void {
    const handle = this.entries.push(entry) - 1;
    this.ids.push(entry.id);
    this.handles.set(entry.id, handle);
    this.hits.reserve(handle + 1);
    const { policy } = entry;
    if (policy === null || policy.entries.length === 0) this.everyMessage.push(handle);
    else for (const branch of branches) this.lists[policy.scope].file(handle, branch);
  }
}

function emptyLists(): Record<FilterPolicyScope, PostingLists> {
  return { MessageAttributes: new PostingLists(), MessageBody: new PostingLists() };
}

function valuesAt(attributes: FilterableMessage["attributes"], name: string): readonly Scalar[] | undefined {
  const reading = readAttribute(attributes, name);
  if (reading.kind === "absent") return undefined;
  return reading.kind === "values" ? reading.values : [];
}
