"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { RequestId } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { Status } from "@/components/ui/status";
import { type Column, Table } from "@/components/ui/table";
import type { Asked } from "@/lib/event-bridge/asked";
import { recipesOptions } from "@/lib/event-bridge/query-options";
import type { CheckedRecipe } from "@/lib/event-bridge/service/list-recipes";
import { recipeProblems } from "./recipe-problems.ts";
import { RemoveRecipeDialog } from "./remove-recipe-dialog.tsx";

/** The rules that the console made on its bus, checked at AWS when the page opens and on demand. */
export function RecipesCard() {
  const { data, isFetching, isError, refetch } = useQuery(recipesOptions());
  const [removing, setRemoving] = useState<CheckedRecipe>();
  return (
    <section aria-labelledby="rules-made-here" className="grid grid-cols-1 gap-3">
      <header className="flex flex-wrap items-end justify-between gap-3">
        <div>
          <h2 id="rules-made-here" className="text-lg font-semibold">
            Rules made here
          </h2>
          <p className="text-muted">Each with its log group, as they are at AWS now.</p>
        </div>
        <Button pending={isFetching} onClick={() => void refetch()}>
          Check
        </Button>
      </header>
      <Rules asked={data} isError={isError} isFetching={isFetching} onRemove={setRemoving} />
      {removing ? <RemoveRecipeDialog recipe={removing} onClose={() => setRemoving(undefined)} /> : null}
    </section>
  );
}

type RulesProps = {
  asked: Asked<CheckedRecipe[]> | undefined;
  isError: boolean;
  isFetching: boolean;
  onRemove: (recipe: CheckedRecipe) => void;
};

function Rules({ asked, isError, isFetching, onRemove }: RulesProps) {
  if (isError)
    return (
      <Notice tone="negative" role="alert">
        The console did not answer. Check again in a moment.
      </Notice>
    );
  if (!asked) return <Skeleton className="h-24 w-full" />;
  if (!asked.ok)
    return (
      <Notice tone="negative" role="alert" title="The rules could not be listed">
        <p>{asked.message}</p>
        {asked.requestId ? <RequestId id={asked.requestId} /> : null}
      </Notice>
    );
  return (
    <Table
      caption="Rules that the console made"
      columns={columns(onRemove)}
      rows={asked.value}
      rowKey={({ name }) => name}
      busy={isFetching}
      empty={
        <EmptyState title="No rule was made here yet" headingLevel={3}>
          Choose above what to match, name the rule, and create it.
        </EmptyState>
      }
    />
  );
}

function columns(onRemove: (recipe: CheckedRecipe) => void): Column<CheckedRecipe>[] {
  return [
    {
      id: "name",
      header: "Name",
      isRowHeader: true,
      cell: ({ name }) => <span className="font-medium wrap-anywhere">{name}</span>,
    },
    {
      id: "group",
      header: "Log group",
      cell: ({ logGroup }) => <code className="font-mono text-sm wrap-anywhere">{logGroup}</code>,
    },
    { id: "state", header: "State", cell: (recipe) => <RecipeState recipe={recipe} /> },
    {
      id: "actions",
      header: "Actions",
      isActions: true,
      cell: (recipe) => (
        <Button
          size="sm"
          variant="ghost"
          aria-label={`Remove ${recipe.name}`}
          onClick={() => onRemove(recipe)}
        >
          Remove
        </Button>
      ),
    },
  ];
}

function RecipeState({ recipe }: { recipe: CheckedRecipe }) {
  const problems = recipeProblems(recipe);
  if (problems.length === 0) return <Status tone="positive">At work</Status>;
  return (
    <Status
      tone="negative"
      detail={problems.map((problem) => (
        <span key={problem} className="block">
          {problem}
        </span>
      ))}
    >
      Writes nothing
    </Status>
  );
}
