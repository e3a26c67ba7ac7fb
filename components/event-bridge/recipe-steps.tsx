import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { RequestId } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";
import { Status } from "@/components/ui/status";
import type { Tone } from "@/components/ui/tone";
import { groupName } from "@/lib/event-bridge/recipe-names";
import type { RecipeOutcome, StepOutcome } from "@/lib/event-bridge/recipe-outcome";
import type { StepKind } from "@/lib/event-bridge/recipe-plan";
import { groupKey } from "@/lib/log-groups/group-key";

const STEPS: Record<StepKind, string> = {
  group: "Log group",
  retention: "How long events are kept",
  policy: "Resource policy that lets EventBridge write",
  rule: "Rule with the event pattern",
  target: "Log group as the rule's target",
};

const STATES: Record<StepOutcome["state"], { tone: Tone; words: string }> = {
  present: { tone: "positive", words: "Was there" },
  made: { tone: "positive", words: "Made" },
  different: { tone: "warning", words: "Different, left alone" },
  failed: { tone: "negative", words: "Failed" },
  undone: { tone: "neutral", words: "Undone" },
  left: { tone: "negative", words: "Not undone" },
  "not-begun": { tone: "neutral", words: "Not begun" },
};

const HEADLINES: Record<
  RecipeOutcome["kind"],
  { tone: Tone; title: string; text: (logGroup: string) => string }
> = {
  done: {
    tone: "positive",
    title: "The rule is at work",
    text: (logGroup) => `Events that match are in ${logGroup} within seconds of being sent.`,
  },
  refused: {
    tone: "warning",
    title: "Nothing was made",
    text: () => "Something else goes by one of these names, and the console overwrites nothing.",
  },
  failed: {
    tone: "negative",
    title: "Nothing was kept of it",
    text: () => "AWS refused a step, and what was made before it was undone.",
  },
};

/** What became of a recipe, the name it was asked for by, and where. */
export type NamedOutcome = RecipeOutcome & { name: string; region: string };

function localLogsHref(region: string, name: string): Route {
  const group = groupKey({ region, name: groupName(name) });
  // a query on an existing page
  return `/local-aws/logs?${new URLSearchParams({ group })}` as Route;
}

/** What became of each step of the recipe. */
export function RecipeSteps({ outcome, hasLocalLogs }: { outcome: NamedOutcome; hasLocalLogs: boolean }) {
  const { kind, name, steps, requestId } = outcome;
  const isLeft = steps.some(({ state }) => state === "left");
  const { tone, title, text } = HEADLINES[kind];
  return (
    <div className="grid grid-cols-1 gap-3">
      <Notice
        tone={tone}
        title={isLeft ? "Something was left behind" : title}
        action={
          kind === "done" && hasLocalLogs ? (
            <ButtonLink size="sm" href={localLogsHref(outcome.region, name)}>
              Open the log group
            </ButtonLink>
          ) : null
        }
      >
        <p>
          {isLeft
            ? "A step failed, and not all that was made before it could be undone."
            : text(groupName(name))}
        </p>
        {requestId ? <RequestId id={requestId} /> : null}
      </Notice>
      <ol aria-label="Steps" className="divide-y rounded-md border">
        {steps.map((step) => (
          <li key={step.kind} className="flex flex-wrap items-start justify-between gap-x-4 px-3 py-2">
            <span>{STEPS[step.kind]}</span>
            <Status tone={STATES[step.state].tone} detail={step.reason}>
              {STATES[step.state].words}
            </Status>
          </li>
        ))}
      </ol>
    </div>
  );
}
