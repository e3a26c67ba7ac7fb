import "server-only";
import { getDb } from "@/db/client";
import { recordAudit } from "@/lib/audit/service";
import type { Actor } from "@/lib/auth/actor";
import { liveAws } from "@/lib/aws/live";
import { readEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { logger } from "@/lib/logger";
import { ruleName } from "../recipe-names.ts";
import type { RecipeOutcome, StepOutcome } from "../recipe-outcome.ts";
import { type PlannedStep, planRecipe, type Recipe, type StepKind } from "../recipe-plan.ts";
import { getBus } from "./get-bus.ts";
import { homeOf, makeStep, type RecipePlace, readFacts, undoStep } from "./recipe-calls.ts";

/**
 * Makes what is missing of log group, resource policy, rule and target. Nothing is made when something different is
 * there already; when a step fails, what this run made is undone in reverse.
 * @throws AppError when AWS could not be asked what is there, "not_found" without the bus.
 */
export async function createRecipe(
  { actor, ...recipe }: Recipe & { actor: Actor },
  aws = liveAws(),
): Promise<RecipeOutcome> {
  const bus = await getBus(readEnv().awsRegion, recipe.busName, aws);
  const place = { aws, home: homeOf(bus) };
  const plan = planRecipe(recipe, await readFacts(recipe, place), place.home);
  if (plan.some(({ state }) => state === "different")) return { kind: "refused", steps: plan.map(notBegun) };
  const outcome = await carryOut(plan, recipe, place);
  keepRecord(actor, recipe, outcome);
  return outcome;
}

function notBegun(step: PlannedStep): StepOutcome {
  return step.state === "missing" ? { kind: step.kind, state: "not-begun" } : step;
}

async function carryOut(
  plan: readonly PlannedStep[],
  recipe: Recipe,
  place: RecipePlace,
): Promise<RecipeOutcome> {
  const made: StepKind[] = [];
  for (const { kind, state } of plan) {
    if (state === "present") continue;
    try {
      await makeStep(kind, recipe, place);
      made.push(kind);
    } catch (error) {
      const failure = asAppError(error);
      // AWS may have done what it did not answer
      const undone = await undoAll(failure.code === "unavailable" ? [...made, kind] : made, recipe, place);
      return failedOutcome(plan, kind, failure, undone);
    }
  }
  return {
    kind: "done",
    steps: plan.map(({ kind }) => ({ kind, state: made.includes(kind) ? "made" : "present" })),
  };
}

function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  logger().error({ err: error }, "making a rule failed");
  return new AppError("unavailable", "Something went wrong in the console. Its log has the reason.");
}

type Undone = Map<StepKind, { ok: true } | { ok: false; reason: string }>;

async function undoAll(made: readonly StepKind[], recipe: Recipe, place: RecipePlace): Promise<Undone> {
  const undone: Undone = new Map();
  for (const kind of made.toReversed()) {
    try {
      await undoStep(kind, recipe, place);
      undone.set(kind, { ok: true });
    } catch (error) {
      undone.set(kind, { ok: false, reason: asAppError(error).message });
    }
  }
  return undone;
}

function failedOutcome(
  plan: readonly PlannedStep[],
  failedKind: StepKind,
  failure: AppError,
  undone: Undone,
): RecipeOutcome {
  const steps = plan.map(({ kind, state }): StepOutcome => {
    if (kind === failedKind) return { kind, state: "failed", reason: failure.message };
    if (state === "present") return { kind, state };
    const undo = undone.get(kind);
    if (!undo) return { kind, state: "not-begun" };
    return undo.ok ? { kind, state: "undone" } : { kind, state: "left", reason: undo.reason };
  });
  return { kind: "failed", steps, requestId: failure.requestId };
}

/** A run that changed nothing for good leaves no entry. */
function keepRecord(actor: Actor, { name, busName, pattern }: Recipe, { kind, steps }: RecipeOutcome) {
  const lasting = steps.filter(({ state }) => state === "made" || state === "left");
  if (lasting.length === 0) return;
  getDb().transaction((tx) =>
    recordAudit(tx, {
      actor,
      action: "event-bridge.create-recipe",
      subject: { id: ruleName(name), name: ruleName(name) },
      before: null,
      after: {
        eventBus: busName,
        pattern,
        made: lasting.map((step) => step.kind),
        completed: kind === "done",
      },
    }),
  );
}
