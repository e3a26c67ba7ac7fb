import { defineApiRoute } from "@/lib/actions/define-api-route";
import { parseParameters } from "@/lib/actions/parse-parameters";
import { ARRIVALS_DEFAULTS, arrivalOf, arrivalsQuerySchema } from "@/lib/notifications/arrivals";
import { listArrivals } from "@/lib/notifications/queries";
import { answerRequest } from "@/lib/publish/service/answer-request";
import { listTopics } from "@/lib/topics/queries";

/** Publishes one notification, or a batch of them. */
export const POST = defineApiRoute({
  name: "notifications.publish",
  scope: "publish",
  input: "json",
  run: ({ caller, request, json }) =>
    answerRequest({
      tokenId: caller.tokenId,
      json,
      idempotencyKey: request.headers.get("idempotency-key"),
    }),
});

/** What has arrived since an earlier answer, oldest first. */
export const GET = defineApiRoute({
  name: "notifications.list",
  scope: "read",
  input: "none",
  run: ({ request }) => {
    const { after, limit } = parseParameters(arrivalsQuerySchema, request, ARRIVALS_DEFAULTS);
    const arns = new Map(listTopics().map(({ id, arn }) => [id, arn]));
    const notifications = listArrivals(after, limit).map((row) => arrivalOf(row, (id) => arns.get(id)));
    const next = notifications.at(-1)?.id ?? String(after);
    return Response.json({ notifications, next }, { headers: { "cache-control": "no-store" } });
  },
});
