import { defineConsoleRoute } from "@/lib/actions/define-console-route";
import { freshJson } from "@/lib/actions/define-topic-route";
import { asked } from "@/lib/event-bridge/asked";
import { listRecipes } from "@/lib/event-bridge/service/list-recipes";
import { eventBridgeSettings } from "@/lib/event-bridge/settings";
import { findSetting } from "@/lib/settings/queries";

/** The rules that the console made on the bus it forwards to, each checked as it is at AWS now. */
export const GET = defineConsoleRoute("console:read", async () =>
  freshJson(await asked(() => listRecipes(findSetting(eventBridgeSettings).value.busName))),
);
