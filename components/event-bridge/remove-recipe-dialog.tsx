"use client";

import { useState, useTransition } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useFlash } from "@/components/ui/flash";
import { removeRecipeAction } from "@/lib/event-bridge/actions";
import type { CheckedRecipe } from "@/lib/event-bridge/service/list-recipes";
import { useRecipesChanged } from "./use-recipes-changed.ts";

/** Asks before a rule goes, and whether its log group goes with it. */
export function RemoveRecipeDialog({ recipe, onClose }: { recipe: CheckedRecipe; onClose: () => void }) {
  const { name, busName, logGroup } = recipe;
  const flash = useFlash();
  const recipesChanged = useRecipesChanged();
  const [deleteGroup, setDeleteGroup] = useState(false);
  const [error, setError] = useState<string>();
  const [pending, startTransition] = useTransition();

  const remove = () =>
    startTransition(async () => {
      const result = await removeRecipeAction({ name, busName, deleteGroup }).catch(() => undefined);
      recipesChanged();
      if (!result) return setError("The console did not answer. Look at the list, then try again.");
      if (!result.ok) return setError(result.error.message);
      flash({
        tone: "positive",
        text: `The rule ${name} is gone${deleteGroup ? " and its log group with it" : `; ${logGroup} keeps what it holds`}.`,
      });
      onClose();
    });

  return (
    <ConfirmDialog
      title={`Remove the rule ${name}?`}
      confirmLabel="Remove rule"
      danger
      pending={pending}
      error={error}
      onConfirm={remove}
      onClose={onClose}
    >
      <p>Events that match it are written to {logGroup} no more. Other rules are not touched.</p>
      <Checkbox
        label="Delete the log group too"
        description="With everything in it. This cannot be taken back."
        checked={deleteGroup}
        onChange={(event) => setDeleteGroup(event.target.checked)}
      />
    </ConfirmDialog>
  );
}
