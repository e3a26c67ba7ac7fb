import "server-only";
import { readEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { allowedHosts } from "@/lib/webhooks/allowed-hosts";
import { targetProblem } from "@/lib/webhooks/target";

/** @throws AppError "invalid" at the field for an address that the console would not call. */
export function checkUrl(url: string) {
  const problem = targetProblem(url, allowedHosts(readEnv().WEBHOOK_ALLOWED_HOSTS));
  if (problem) throw new AppError("invalid", problem, { fieldErrors: { url: [problem] } });
}
