import { isNotificationType } from "@/lib/catalog";
import { bodyFields, type Fields, fieldAt, fieldsOf, scalarText } from "./body-fields.ts";
import { type Format, type Grid, LAYOUTS, type Layout } from "./layouts.ts";
import { visibleText } from "./visible-text.ts";

/** A value to show; all texts are safe to stand in a line. `exact` is what is copied. */
export type FactValue =
  | { kind: "text"; text: string }
  | { kind: "name"; text: string; exact: string }
  | { kind: "time"; at: number }
  | { kind: "unset" };

export type Fact = { term: string; value: FactValue };

export type FactTable = {
  title: string;
  columns: readonly string[];
  rows: readonly (readonly FactValue[])[];
  /** Things the body lists beyond the rows. */
  more: number;
};

/** A message's body, laid out by its type; one of an unknown type by what it holds. */
export type Facts = { isReadable: boolean; facts: Fact[]; tables: FactTable[] };

const SHOWN_ROWS = 100;
const SHOWN_COLUMNS = 8;
const LONGEST_TEXT = 2_000;

/** What a message says. A field that the body lacks is left out; one that it has without a value is "unset". */
export function factsOf({ type, body }: { type: string | null; body: string }): Facts {
  const fields = bodyFields(body);
  if (fields === undefined) return { isReadable: false, facts: [], tables: [] };
  const layout = type !== null && isNotificationType(type) ? LAYOUTS[type] : layoutOf(fields);
  return {
    isReadable: true,
    facts: layout.lines
      .filter((line) => line.fields.some((name) => fields.has(name)))
      .map((line) => ({ term: line.term, value: factValue(fieldAt(fields, line.fields), line.as) })),
    tables: layout.grids.flatMap((grid) => tableOf(grid, fields)),
  };
}

/** Of a body nobody has described: its plain fields as facts, its lists of objects as tables. */
function layoutOf(fields: Fields): Layout {
  const names = [...fields.keys()];
  const isGrid = (name: string) => {
    const value = fields.get(name);
    return Array.isArray(value) && value.some((item) => fieldsOf(item) !== undefined);
  };
  return {
    lines: names
      .filter((name) => !isGrid(name) && fieldsOf(fields.get(name)) === undefined)
      .map((name) => {
        const format: Format = Array.isArray(fields.get(name)) ? "list" : "name";
        return { term: visibleText(name), fields: [name], as: format };
      }),
    grids: names.filter(isGrid).map((name) => gridOf(name, fields.get(name))),
  };
}

function gridOf(field: string, value: unknown): Grid {
  const items = Array.isArray(value) ? value.slice(0, SHOWN_ROWS) : [];
  const names = [...new Set(items.flatMap((item) => [...(fieldsOf(item)?.keys() ?? [])]))];
  return {
    field,
    title: visibleText(field),
    columns: names
      .slice(0, SHOWN_COLUMNS)
      .map((name) => ({ term: visibleText(name), fields: [name], as: "list" })),
  };
}

function tableOf(grid: Grid, fields: Fields): FactTable[] {
  const value = fields.get(grid.field);
  if (!Array.isArray(value) || value.length === 0) return [];
  const items = value.map(fieldsOf).filter((item) => item !== undefined);
  const shown = items.slice(0, SHOWN_ROWS);
  const columns = grid.columns.filter((column) =>
    shown.some((item) => scalarTexts(fieldAt(item, column.fields)).length > 0),
  );
  const counted = fields.get("count");
  const isCut = grid.field === "buckets" && typeof counted === "number" && counted > items.length;
  const total = isCut ? counted : items.length;
  const rows = shown.map((item) =>
    columns.map((column) => factValue(fieldAt(item, column.fields), column.as)),
  );
  return [{ title: grid.title, columns: columns.map(({ term }) => term), rows, more: total - rows.length }];
}

/** One value as it is shown. What its format does not fit is shown as it came. */
export function factValue(value: unknown, format: Format): FactValue {
  const texts = scalarTexts(value);
  const [text] = texts;
  if (text === undefined) return { kind: "unset" };
  if (texts.length > 1) return plain(texts.join(", "));
  switch (format) {
    case "time":
      return timeValue(text);
    case "name":
      return { kind: "name", text: visibleText(text.slice(0, LONGEST_TEXT)), exact: text };
    case "bytes":
      return plain(typeof value === "number" ? bytesText(value) : text);
    case "percent":
      return plain(typeof value === "number" ? `${value} %` : text);
    case "yesNo":
      return plain(value === true ? "Yes" : value === false ? "No" : text);
    case "text":
    case "list":
      return plain(text);
    default:
      return format satisfies never;
  }
}

function plain(text: string): FactValue {
  return { kind: "text", text: visibleText(text.slice(0, LONGEST_TEXT)) };
}

function scalarTexts(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((each) => scalarText(each) ?? []);
}

/** The year 1 is what .NET writes for a date that was never set. */
const NEVER_SET = /^0001-01-01/;
const ISO = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?)?(Z|[+-]\d{2}:?\d{2})?$/;

/** Any number of digits of a second is read; a time without a zone is UTC, as the product writes it. */
function timeValue(text: string): FactValue {
  if (NEVER_SET.test(text)) return { kind: "unset" };
  const match = ISO.exec(text);
  if (!match) return plain(text);
  const zoned = match[1] && !match[4] ? `${text}Z` : text;
  const at = new Date(zoned.replace(/(\.\d{3})\d+/, "$1")).getTime();
  return Number.isNaN(at) ? plain(text) : { kind: "time", at };
}

const UNITS = ["bytes", "KB", "MB", "GB", "TB"];

function bytesText(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const amount = new Intl.NumberFormat("en-GB", { maximumFractionDigits: power === 0 ? 0 : 1 }).format(
    bytes / 1000 ** power,
  );
  return `${amount} ${UNITS[power]}`;
}
