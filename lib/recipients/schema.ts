import { z } from "zod";
import { ANSWERS, PASTED_MESSAGE_LENGTH, RECIPIENT_PAGE_SIZES } from "./constants.ts";
import { RECEIVER_KINDS } from "./receiver-kinds.ts";

const words = (value: unknown) =>
  (Array.isArray(value) ? value : [value]).flatMap((part) =>
    typeof part === "string" && part !== "" ? part.split(",") : [],
  );

function listOf<const T extends readonly string[]>(values: T) {
  const known = (value: string): value is T[number] => values.includes(value);
  return z.preprocess(words, z.array(z.string())).transform((given) => given.filter(known));
}

const text = (length: number) => z.string().trim().max(length).catch("").default("");

/** One bucket or one account; of both the bucket counts, as its name is unique among all accounts. */
export const placeSchema = z.object({ bucket: text(100), account: text(100) });
export type PlaceQuery = z.output<typeof placeSchema>;

/** What is asked, as it stands in the URL. Anything odd in a shared link falls back to its default. */
export const simulationQuerySchema = placeSchema.extend({
  /** A message of the catalog: "antivirus/scanResult/Clean". */
  sample: text(200),
  /** A pasted message itself, or under which name the console keeps it. */
  message: z.string().max(10_000).catch("").default(""),
  kept: text(64),
  /** A message of the history, by its number there. */
  received: z
    .string()
    .regex(/^\d{1,15}$/)
    .or(z.literal(""))
    .catch("")
    .default(""),
  mode: z.enum(["sample", "paste", "received"]).optional().catch(undefined),
  q: text(200),
  answer: listOf(ANSWERS),
  protocol: listOf(RECEIVER_KINDS),
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1).default(1),
  size: z.coerce
    .number()
    .refine((n): n is (typeof RECIPIENT_PAGE_SIZES)[number] =>
      RECIPIENT_PAGE_SIZES.some((size) => size === n),
    )
    .catch(25)
    .default(25),
});
export type SimulationQuery = z.output<typeof simulationQuerySchema>;

export const keepMessageSchema = z.object({
  text: z
    .string()
    .min(1, "Paste a message first.")
    .max(PASTED_MESSAGE_LENGTH, "This is longer than any message SNS takes: 256 KB."),
});
