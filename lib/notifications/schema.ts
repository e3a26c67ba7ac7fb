import { z } from "zod";
import { PRODUCT_IDS } from "@/lib/catalog";
import { HISTORY_PAGE_SIZES, HISTORY_VIEWS, SAMPLE_FORMS } from "./constants.ts";

const LONGEST_VALUE = 300;
const MOST_VALUES = 50;

/** Repeated parameters, since buckets and types as received can hold any letter. An empty one means "has none". */
const list = z.preprocess(
  (value) => (Array.isArray(value) ? value : [value]).filter((each) => typeof each === "string"),
  z
    .array(z.string())
    .transform((given) =>
      [...new Set(given)].filter(({ length }) => length <= LONGEST_VALUE).slice(0, MOST_VALUES),
    ),
);

function oneOf<const T extends readonly string[]>(values: T) {
  const known = (value: string): value is T[number] => values.includes(value);
  return list.transform((given) => given.filter(known));
}

/** YYYY-MM-DD, a day of UTC. */
const day = z
  .string()
  .refine((text) => {
    const date = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && text.length === 10;
  })
  .or(z.literal(""))
  .catch("")
  .default("");

/** Where a page of the history ends: the time and the id of its last row. "1763877600000.42". */
const cursor = z
  .string()
  .regex(/^\d{1,15}\.\d{1,15}$/)
  .or(z.literal(""))
  .catch("")
  .default("");

/** The history's view, as it stands in the URL. Anything odd in a shared link falls back to its default. */
export const historyQuerySchema = z.object({
  view: z.enum(HISTORY_VIEWS).catch("all").default("all"),
  q: z.string().trim().max(200).catch("").default(""),
  product: oneOf(["", ...PRODUCT_IDS]),
  type: list,
  result: list,
  bucket: list,
  account: list,
  /** First and last day, both included. */
  from: day,
  to: day,
  /** Older than this row, or newer: the keyset page. At most one is set; `before` wins. */
  before: cursor,
  after: cursor,
  size: z.coerce
    .number()
    .refine((n): n is (typeof HISTORY_PAGE_SIZES)[number] => HISTORY_PAGE_SIZES.some((size) => size === n))
    .catch(50)
    .default(50),
});
export type HistoryQuery = z.output<typeof historyQuerySchema>;
/** What is looked for, whichever page of it. */
export type HistoryFilters = Omit<HistoryQuery, "before" | "after" | "size">;

/** Which sample is shown, and how, as it stands in the URL. */
export const samplesQuerySchema = z.object({
  sample: z.string().max(200).catch("").default(""),
  form: z.enum(SAMPLE_FORMS).catch("sns").default("sns"),
});
export type SamplesQuery = z.output<typeof samplesQuerySchema>;
