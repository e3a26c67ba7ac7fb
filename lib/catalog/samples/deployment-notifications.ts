import type { MessageBodies } from "../message-bodies.ts";
import { APP_ID, PROPOSED, type Recipe } from "./sample.ts";

type DeploymentType = "updatesAvailable" | "lowPrepaidData" | "trialExpiring";

function common<Type extends DeploymentType>(notificationType: Type, id: string) {
  return { id, guid: id, notificationType, date: "2025-06-30T08:30:00.000Z", appId: APP_ID };
}

function recipe<Type extends DeploymentType>(
  type: Type,
  rest: Pick<Recipe, "title" | "headline"> & { body: MessageBodies[Type] },
): Recipe {
  return { ...PROPOSED, ...rest, type, result: null, attributes: () => ({}), body: () => rest.body };
}

/** One message of every type that concerns the whole deployment. */
export const deploymentRecipes: Readonly<Record<DeploymentType, Recipe>> = {
  updatesAvailable: recipe("updatesAvailable", {
    title: "Newer console version",
    headline: "System update available",
    body: {
      ...common("updatesAvailable", "0794e8c3-2afb-4950-bec4-da6b48374110"),
      currentConsoleVersion: "v9.04.002",
      latestConsoleVersion: "v9.05.000",
      currentAgentVersion: "v9.04.001",
      latestAgentVersion: "v9.05.000",
      releaseNotesUrl: null,
    },
  }),
  lowPrepaidData: recipe("lowPrepaidData", {
    title: "A tenth of the prepaid data left",
    headline: "Prepaid data running low",
    body: {
      ...common("lowPrepaidData", "18a5f9d4-3b0c-4a61-8fd5-eb7c59485211"),
      licenseModel: "BYOL",
      graceDays: 14,
      balances: [{ pool: "Universal", remainingGb: 498.2, totalGb: 5000, percentRemaining: 9.96 }],
    },
  }),
  trialExpiring: recipe("trialExpiring", {
    title: "Three days of trial left",
    headline: "Trial expiring",
    body: {
      ...common("trialExpiring", "29b60ae5-4c1d-4b72-90e6-fc8d6a596312"),
      trialExpirationDate: "2025-07-03T00:00:00.000Z",
      daysRemaining: 3,
      trialDataRemainingGb: 112.5,
      trialDataCapGb: 500,
    },
  }),
};
