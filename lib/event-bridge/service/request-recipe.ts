import "server-only";
import type { z } from "zod";
import { parseInput } from "@/lib/actions/parse-input";
import type { Actor } from "@/lib/auth/actor";
import { liveAws } from "@/lib/aws/live";
import { AppError } from "@/lib/errors";
import { findSetting } from "@/lib/settings/queries";
import { getTopic } from "@/lib/topics/queries";
import { patternOfInput } from "../pattern-of-input.ts";
import type { RecipeOutcome } from "../recipe-outcome.ts";
import { recipeSchema, type recipeShape } from "../schema.ts";
import { eventBridgeSettings } from "../settings.ts";
import { createRecipe } from "./create-recipe.ts";

/**
 * Makes the rule and what it needs for what somebody chose on the page, on the bus to which the console forwards.
 * @throws AppError "invalid" with each field's problem, "not_found" without the topic or the bus, or what AWS refused.
 */
export async function requestRecipe(
  { actor, input }: { actor: Actor; input: z.output<typeof recipeShape> },
  aws = liveAws(),
): Promise<RecipeOutcome> {
  const { products } = getTopic(input.topicId);
  const { name, retentionDays, ...chosen } = parseInput(recipeSchema(products), input);
  const made = patternOfInput(products, chosen);
  if (!made.ok) throw new AppError("invalid", made.reason);
  const { busName } = findSetting(eventBridgeSettings).value;
  const days = retentionDays === "" ? null : Number(retentionDays);
  return createRecipe({ actor, name, busName, pattern: made.json, retentionDays: days }, aws);
}
