import { z } from "zod";
import { allowed, type ProductId } from "@/lib/catalog";
import { patternOfInput } from "./pattern-of-input.ts";
import { RECIPE_NAME_MAX, RETENTION_DAYS } from "./recipe-names.ts";

const names = z.array(z.string().trim().max(300)).max(1000);
const id = z.string().min(1).max(100);

/** The filter of which a pattern is made: a policy as text where one is given, else what is selected. */
const patternShape = {
  types: names,
  results: names,
  buckets: names,
  accounts: names,
  /** Of a subscription made elsewhere, which need not be a selection. Empty = the selection counts. */
  policy: z.string().max(262_144),
};
export const patternSchema = z.object(patternShape);
export type PatternInput = z.output<typeof patternSchema>;

const recipeName = z
  .string()
  .trim()
  .regex(
    /^[A-Za-z0-9._-]+$/,
    "Enter a name of letters, digits, dots, hyphens and underscores, such as clean-scans.",
  )
  .max(RECIPE_NAME_MAX, `Use at most ${RECIPE_NAME_MAX} characters: rules at AWS have no longer names.`);

/** The page's form. As the rules depend on the topic's products, form and service make the same schema. */
export function recipeSchema(products: readonly ProductId[]) {
  return recipeShape.superRefine((input, ctx) => {
    if (input.policy === "") {
      const checked = allowed(products, input);
      for (const { field, message } of checked.ok ? [] : checked.issues)
        ctx.addIssue({ code: "custom", path: [field], message });
      if (!checked.ok) return;
    }
    const made = patternOfInput(products, input);
    if (!made.ok) ctx.addIssue({ code: "custom", path: ["policy"], message: made.reason });
  });
}

export const recipeShape = z.object({
  topicId: id,
  ...patternShape,
  name: recipeName,
  /** Empty = for ever. */
  retentionDays: z
    .string()
    .refine((days) => days === "" || RETENTION_DAYS.some((known) => String(known) === days), {
      message: "Choose how long the events are kept.",
    }),
});
export type RecipeInput = z.input<typeof recipeShape>;

export const removeRecipeSchema = z.object({
  name: z.string().min(1).max(RECIPE_NAME_MAX),
  busName: z.string().min(1).max(256),
  deleteGroup: z.boolean(),
});
