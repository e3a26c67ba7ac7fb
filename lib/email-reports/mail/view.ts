import type { Severity } from "@/lib/catalog";
import type { ReportKind } from "./subject.ts";
import type { Words } from "./words.ts";

/** Colour is kept for severity; `plain` and `muted` have none. */
export type Tone = "critical" | "high" | "medium" | "clear" | "plain" | "muted";

export const TONE_OF: Record<Severity, Tone> = {
  critical: "critical",
  high: "high",
  medium: "medium",
  low: "medium",
  none: "clear",
  system: "plain",
};

export type Cell = { words: Words; tone: Tone };
export type Column = { label: string; align: "left" | "right" };

export type TableSection = {
  kind: "table";
  title: string;
  columns: readonly Column[];
  /** The first cell of a row is its header. */
  rows: readonly (readonly Cell[])[];
  after: string | null;
};

/** A bar for each day: `critical` of its `problems`. */
export type WeekSection = {
  kind: "week";
  title: string;
  criticalLabel: string;
  problemsLabel: string;
  days: readonly { label: string; critical: number; problems: number }[];
};

export type Entry = {
  label: Words;
  tone: Tone;
  what: Words | null;
  time: string;
  href: string;
  lines: readonly { term: string; words: Words }[];
};
export type EntriesSection = {
  kind: "entries";
  title: string;
  entries: readonly Entry[];
  after: string | null;
};

export type Note = { tone: Tone; words: Words };
export type NotesSection = { kind: "notes"; title: string; notes: readonly Note[]; link: Link };
export type Link = { text: string; href: string };

export type Section = TableSection | WeekSection | EntriesSection | NotesSection;

/** Everything that a report says, in its order, for HTML and plain text alike. */
export type ReportView = {
  subject: string;
  preheader: string;
  title: string;
  verdict: Note;
  about: string;
  /** What restricts all that follows. */
  warnings: readonly Note[];
  /** `title` is null where there is only one part. */
  parts: readonly { title: string | null; sections: readonly Section[] }[];
  delivery: NotesSection;
  footer: { words: string; links: readonly Link[] };
};

export type RenderOptions = {
  /** What the deployment is called, such as "production"; empty: the topics' names. */
  label: string;
  kind: ReportKind;
  /** Without a slash at its end. */
  consoleUrl: string;
  /** Of the recipient; null where there is none to unsubscribe, as in a preview. */
  unsubscribeUrl: string | null;
};
