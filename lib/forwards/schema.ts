import { z } from "zod";

/** Which forwards of a target: those named, or all in their state. */
const which = z.union([z.literal("all"), z.array(z.number().int().positive()).min(1).max(1000)]);

/** The target as the outbox knows it, and its name for the audit. */
const target = z.object({ id: z.string().min(1).max(100), name: z.string().min(1).max(200) });

export const retryForwardsSchema = z.object({ target, which });

export const discardForwardsSchema = z.object({
  target,
  state: z.enum(["waiting", "failed"]),
  which,
});
