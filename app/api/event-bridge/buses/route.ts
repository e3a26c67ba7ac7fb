import { defineConsoleRoute } from "@/lib/actions/define-console-route";
import { freshJson } from "@/lib/actions/define-topic-route";
import { asked } from "@/lib/event-bridge/asked";
import { listBusNames } from "@/lib/event-bridge/service/list-buses";

/** The event buses of the console's region, as AWS lists them now. */
export const GET = defineConsoleRoute("console:read", async () =>
  freshJson(await asked(() => listBusNames())),
);
