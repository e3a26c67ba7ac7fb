import { defineApiRoute } from "@/lib/actions/define-api-route";
import { answerRequest } from "@/lib/publish/service/answer-request";

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
