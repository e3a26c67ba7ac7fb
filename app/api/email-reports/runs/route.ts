import { defineConsoleRoute } from "@/lib/actions/define-console-route";
import { freshJson } from "@/lib/actions/define-topic-route";
import { listRunViews } from "@/lib/email-reports/service/list-run-views";

/** The last runs, for the open page. */
export const GET = defineConsoleRoute("console:read", () => freshJson(listRunViews()));
