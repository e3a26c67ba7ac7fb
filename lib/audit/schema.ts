import { z } from "zod";
import { AUDIT_ACTIONS, AUDIT_PAGE_SIZES, type AuditAction } from "./constants.ts";

const isAction = (text: string): text is AuditAction => AUDIT_ACTIONS.some((action) => action === text);

const words = (value: unknown) =>
  (Array.isArray(value) ? value : [value]).flatMap((part) =>
    typeof part === "string" ? part.split(",") : [],
  );

/** The audit's view, as it stands in the URL. Anything odd in a shared link falls back to its default. */
export const auditQuerySchema = z.object({
  q: z.string().trim().max(200).catch("").default(""),
  action: z.preprocess(words, z.array(z.string())).transform((given) => given.filter(isAction)),
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1).default(1),
  size: z.coerce
    .number()
    .refine((n): n is (typeof AUDIT_PAGE_SIZES)[number] => AUDIT_PAGE_SIZES.some((size) => size === n))
    .catch(50)
    .default(50),
});
export type AuditQuery = z.output<typeof auditQuerySchema>;
