"use client";

import { CodeBlock } from "@/components/ui/code-block";
import { recipeToCli } from "@/lib/event-bridge/export/cli";
import { recipeToTerraform } from "@/lib/event-bridge/export/terraform";
import type { Recipe } from "@/lib/event-bridge/recipe-plan";

/** The recipe as text, for who makes such things from a repository. */
export function RecipeText({ recipe, region }: { recipe: Recipe; region: string }) {
  return (
    <div className="mt-2 grid grid-cols-1 gap-3">
      <CodeBlock label="Terraform" code={recipeToTerraform(recipe)} />
      <CodeBlock label="AWS CLI" code={recipeToCli(recipe, region)} />
    </div>
  );
}
