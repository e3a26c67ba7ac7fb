"use client";

import { useState } from "react";
import { useWatch } from "react-hook-form";
import { SelectionFields } from "@/components/filter-policy/selection-fields";
import { selectionSentence } from "@/components/filter-policy/selection-sentence";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { emptySelection, type SelectionInput } from "@/lib/catalog";
import { createRecipeAction } from "@/lib/event-bridge/actions";
import type { PatternBuilder as PatternBuilderView } from "@/lib/event-bridge/loaders";
import { patternOfInput } from "@/lib/event-bridge/pattern-of-input";
import { recipeSchema } from "@/lib/event-bridge/schema";
import { PatternPanel } from "./pattern-panel.tsx";
import { RecipeFields } from "./recipe-fields.tsx";
import type { NamedOutcome } from "./recipe-steps.tsx";
import { useRecipesChanged } from "./use-recipes-changed.ts";

const names = { types: "types", results: "results", buckets: "buckets", accounts: "accounts" } as const;

/** Makes an event pattern of the wizard's choices or a subscription's filter, and of the pattern a rule with a log group. */
export function PatternBuilder({ view }: { view: PatternBuilderView }) {
  const { topic, known, start, busName, region } = view;
  const [outcome, setOutcome] = useState<NamedOutcome>();
  const recipesChanged = useRecipesChanged();
  const form = useActionForm({
    schema: recipeSchema(topic.products),
    action: createRecipeAction,
    defaultValues: {
      topicId: topic.id,
      ...(start.kind === "selection" ? copyOf(start.selection) : copyOf(emptySelection)),
      policy: start.kind === "policy" ? start.policy : "",
      name: "",
      retentionDays: "",
    },
    onDone: (done, { name }) => {
      setOutcome({ ...done, name: name.trim(), region });
      recipesChanged();
    },
  });
  const [types, results, buckets, accounts, policy] = useWatch({
    control: form.form.control,
    name: ["types", "results", "buckets", "accounts", "policy"],
  });
  const input = { types, results, buckets, accounts, policy };
  const made = types.length > 0 || policy !== "" ? patternOfInput(topic.products, input) : undefined;

  return (
    <form onSubmit={form.submit} noValidate className="grid grid-cols-1 items-start gap-5 xl:grid-cols-2">
      <Card title="What to match" description={`Of what ${topic.name} carries`}>
        <div className="grid grid-cols-1 gap-4">
          {start.of ? <StartNotice start={start} /> : null}
          {policy === "" ? (
            <SelectionFields form={form} names={names} products={topic.products} known={known} />
          ) : (
            <div>
              <Button onClick={() => form.form.setValue("policy", "", { shouldDirty: true })}>
                Choose something else
              </Button>
            </div>
          )}
        </div>
      </Card>
      <div className="grid grid-cols-1 gap-5">
        <PatternPanel
          topic={topic}
          made={made}
          input={input}
          sentence={policy === "" ? selectionSentence(topic.products, input) : []}
        />
        <RecipeFields
          form={form}
          made={made}
          busName={busName}
          region={region}
          outcome={outcome}
          hasLocalLogs={view.hasLocalLogs}
        />
      </div>
    </form>
  );
}

function StartNotice({ start }: { start: PatternBuilderView["start"] }) {
  const of = <span className="font-medium wrap-anywhere">{start.of}</span>;
  if (start.kind === "unusable")
    return (
      <Notice tone="warning" title="No pattern can be made of that filter">
        {of}: {start.reason} Choose what to match below.
      </Notice>
    );
  return <Notice tone="info">Begun with the filter of {of}. Nothing here changes the subscription.</Notice>;
}

/** The form's lists are its own to change. */
function copyOf({ types, results, buckets, accounts }: SelectionInput) {
  return { types: [...types], results: [...results], buckets: [...buckets], accounts: [...accounts] };
}
