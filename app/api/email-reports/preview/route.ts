import { defineConsoleRoute } from "@/lib/actions/define-console-route";
import { badRequest, freshJson } from "@/lib/actions/define-topic-route";
import { previewSchema } from "@/lib/email-reports/schema";
import { previewReport } from "@/lib/email-reports/service/preview";

/** The report about a past day, rendered now. */
export const GET = defineConsoleRoute("console:read", async ({ request }) => {
  const asked = previewSchema.safeParse({ day: new URL(request.url).searchParams.get("day") });
  return asked.success ? freshJson(await previewReport(asked.data.day)) : badRequest();
});
