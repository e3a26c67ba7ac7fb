import { z } from "zod";

/** Which forwards of a target: those named, or all in their state. */
const which = z.union([z.literal("all"), z.array(z.number().int().positive()).min(1).max(1000)]);

/** The target as the outbox knows it. */
const targetId = z.string().min(1).max(100);

export const retryForwardsSchema = z.object({ targetId, which });

export const discardForwardsSchema = z.object({
  targetId,
  state: z.enum(["waiting", "failed"]),
  which,
});
