import { findResult, isResultType, products } from "@/lib/catalog";
import { cutMiddle } from "@/lib/notifications/cut";
import { type FactTable, type FactValue, factsOf } from "@/lib/notifications/facts";
import { type HistoryRow, historyRow, type What } from "@/lib/notifications/history-row";
import { ODDITY_WORDS } from "@/lib/notifications/oddity-words";
import { visibleText } from "@/lib/notifications/visible-text";
import type { Measure } from "./measure.ts";
import { PLATFORM_LIMITS } from "./platform-limits.ts";
import { SEVERITY_LOOKS, type SeverityLook } from "./severity-look.ts";
import type { ChatNotification, RenderOptions } from "./types.ts";

export type ConsoleLink = { text: string; href: string };

/**
 * What a message says, cut to a measure and not yet escaped. Hidden characters are spelt out and there are no line
 * breaks; beyond that its texts are whatever an attacker made of them.
 */
export type MessageView = {
  look: SeverityLook;
  /** "Infected", "Buckets discovered", "Large file scan: Clean"; of a drill, "Drill: Infected". */
  title: string;
  /** "s3://bucket/key", or a sentence. */
  what: string;
  /** Malware, or rules that matched: "A, B, C and 2 more"; null when nothing was found. */
  found: string | null;
  /** "moved to quarantine"; null when nothing was done. */
  action: string | null;
  /** What the result means, in the catalog's words. */
  meaning: string | null;
  facts: ShownFact[];
  moreFacts: number;
  tables: ShownTable[];
  /** How urgent, of what, when. */
  context: string[];
  link: ConsoleLink | null;
};

export type ShownFact = { term: string; value: string };
/** Every row is its cells that say something, the first of which names it. */
export type ShownTable = { title: string; rows: ShownFact[][]; more: number };

const SHOWN_NAMES = 3;
const SHOWN_CELLS = 5;
const SHOWN_TERM = 40;
const SHOWN_TABLES = 4;

/** Lays out a message of any type, known to the catalog or not. */
export function messageView(
  notification: ChatNotification,
  options: RenderOptions,
  { facts: mostFacts, rows, length }: Measure,
): MessageView {
  const { type, body, severity, product, subject, publishedAt } = notification;
  const cut = (text: string) => cutMiddle(visibleText(text.toWellFormed()), length);
  const term = (text: string) => cutMiddle(text.toWellFormed(), Math.min(SHOWN_TERM, length));
  const row = historyRow({ ...notification, id: notification.id ?? 0 }, () => body);
  const what = whatText(row.what);
  const { isReadable, facts, tables } = factsOf({ type, body });
  const shown = isReadable
    ? facts.flatMap((fact) => factOf(fact.term, fact.value, term, cut))
    : textFact(body, what, cut);
  const look = SEVERITY_LOOKS[severity];
  return {
    look,
    title: cut(titleOf(row)),
    what: cut(what),
    found: foundText(notification.malware, cut),
    action: actionText(notification.actionTaken, cut),
    meaning: meaningOf(notification),
    facts: shown.slice(0, mostFacts),
    moreFacts: Math.max(0, shown.length - mostFacts),
    tables: tables.slice(0, SHOWN_TABLES).flatMap((table) => tableOf(table, rows, term, cut)),
    context: [
      look.word,
      ...(product ? [products[product].name] : []),
      cut(options.topicName),
      timeText(publishedAt),
      ...(subject && visibleText(subject) !== what ? [cut(subject)] : []),
    ].filter((text) => text.trim() !== ""),
    link: linkTo(notification, options),
  };
}

type Cut = (text: string) => string;

function titleOf({ severity, result, type, oddities, isDrill }: HistoryRow): string {
  const ofType = result === null ? type : `${type}: ${result}`;
  const name = oddities.includes("healthAlarm") ? ODDITY_WORDS.healthAlarm.label : ofType;
  // the colour of a result speaks of the result, the grey of anything else does not
  const told = severity === "system" || result === null ? name : result;
  return isDrill ? `Drill: ${told}` : told;
}

function whatText(what: What): string {
  switch (what.kind) {
    case "object":
      return what.bucket === null ? what.key : `s3://${what.bucket}/${what.key}`;
    case "sentence":
      return what.text;
    default:
      return what satisfies never;
  }
}

function foundText(malware: string | null, cut: Cut): string | null {
  if (!malware) return null;
  const names = malware.split("\n");
  const more = names.length - SHOWN_NAMES;
  return `${names.slice(0, SHOWN_NAMES).map(cut).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

const ACTIONS: ReadonlyMap<string, string | null> = new Map([
  ["None", null],
  ["Keep", "kept where it is"],
  ["Move", "moved to quarantine"],
  ["Delete", "deleted"],
]);

function actionText(action: string | null, cut: Cut): string | null {
  if (action === null) return null;
  const known = ACTIONS.get(action);
  return known === undefined ? cut(action) : known;
}

function meaningOf({ type, result }: ChatNotification): string | null {
  if (type === null || result === null || !isResultType(type)) return null;
  return findResult(type, result)?.description ?? ODDITY_WORDS.unknownResult.sentence;
}

function tableOf(table: FactTable, most: number, term: Cut, cut: Cut): ShownTable[] {
  const cells = (row: readonly FactValue[]) =>
    row
      .flatMap((value, column) => factOf(table.columns[column] ?? "", value, term, cut))
      .slice(0, SHOWN_CELLS);
  const rows = table.rows.map(cells).filter((row) => row.length > 0);
  if (rows.length === 0) return [];
  const more = table.more + Math.max(0, rows.length - most);
  return [{ title: term(table.title), rows: rows.slice(0, most), more }];
}

/** Of a message that is no JSON object, its text, unless that is told already. */
function textFact(body: string, what: string, cut: Cut): ShownFact[] {
  const text = body.trim();
  return text === "" || visibleText(text) === what ? [] : [{ term: "Message", value: cut(text) }];
}

/** A value that was never set says nothing that a chat has room for. */
function factOf(name: string, value: FactValue, term: Cut, cut: Cut): ShownFact[] {
  switch (value.kind) {
    case "unset":
      return [];
    case "time":
      return [{ term: term(name), value: timeText(new Date(value.at)) }];
    case "text":
    case "name":
      return [{ term: term(name), value: cut(value.text) }];
    default:
      return value satisfies never;
  }
}

/** "2026-11-20 08:15:42 UTC": who reads it may be anywhere. */
export function timeText(time: Date): string {
  return `${time.toISOString().slice(0, 19).replace("T", " ")} UTC`;
}

function linkTo({ id, topicId }: ChatNotification, { consoleUrl }: RenderOptions): ConsoleLink | null {
  return id === null
    ? historyLink(topicId, consoleUrl)
    : link("Open in the console", `/monitoring/notifications/${id}`, topicId, consoleUrl);
}

/** Where all messages of a topic are. */
export function historyLink(topicId: string, consoleUrl: string | null): ConsoleLink | null {
  return link("Open the history", "/monitoring/notifications", topicId, consoleUrl);
}

function link(text: string, path: string, topicId: string, consoleUrl: string | null): ConsoleLink | null {
  if (consoleUrl === null) return null;
  const href = `${consoleUrl}${path}?${new URLSearchParams({ topic: topicId })}`;
  return href.length > PLATFORM_LIMITS.slack.url ? null : { text, href };
}
