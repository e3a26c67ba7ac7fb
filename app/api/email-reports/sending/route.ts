import { defineConsoleRoute } from "@/lib/actions/define-console-route";
import { freshJson } from "@/lib/actions/define-topic-route";
import { askSending } from "@/lib/email-reports/service/ask-sending";
import { asked } from "@/lib/event-bridge/asked";

/** What SES says of sending, or why it could not be asked. */
export const GET = defineConsoleRoute("console:read", async () => freshJson(await asked(() => askSending())));
