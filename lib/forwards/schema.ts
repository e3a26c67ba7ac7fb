import { z } from "zod";

/** Which forwards of a target: those named, or all in their state. */
const which = z.union([z.literal("all"), z.array(z.number().int().positive()).min(1).max(1000)]);

export const retryForwardsSchema = z.object({ target: z.string().min(1).max(100), which });

export const discardForwardsSchema = z.object({
  target: z.string().min(1).max(100),
  state: z.enum(["waiting", "failed"]),
  which,
});
