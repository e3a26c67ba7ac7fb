import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { setTimeout as wait } from "node:timers/promises";
import { type RetryPolicy, retryDelays } from "./retry-delays.ts";

const ANSWER_WITHIN_MS = 15_000;

export type HttpDelivery = {
  url: string;
  headers: Record<string, string>;
  body: string;
  policy: RetryPolicy;
  /** What the pauses of the policy are multiplied with: 1 as at AWS, 0 for none. */
  timeScale: number;
  signal: AbortSignal;
  /** How long one attempt may take, 15 seconds at AWS. */
  timeoutMs?: number;
};

/** `status` is that of the last answer, `error` says why the last attempt failed. */
export type HttpDeliveryResult = { ok: boolean; attempts: number; status?: number; error?: string };

/**
 * Posts a message and repeats it as the policy says until it is delivered, the retries are used up or `signal`
 * aborts. Every failure is told in the result; never throws.
 *
 * As SNS states it, only an answer outside 200–4xx fails
 * (https://docs.aws.amazon.com/sns/latest/dg/SendMessageToHttp.prepare.html). A redirect lies within that range:
 * it counts as delivered and is not followed.
 */
export async function deliverHttp(delivery: HttpDelivery): Promise<HttpDeliveryResult> {
  const pauses = retryDelays(delivery.policy);
  for (let attempts = 1; ; attempts += 1) {
    if (delivery.signal.aborted) return { ok: false, attempts: attempts - 1, error: "aborted" };
    const outcome = await attempt(delivery);
    if (delivery.signal.aborted && !outcome.ok) return { ok: false, attempts, error: "aborted" };
    const pause = pauses[attempts - 1];
    if (outcome.ok || pause === undefined) return { attempts, ...outcome };
    await pauseUnlessAborted(pause * 1000 * delivery.timeScale, delivery.signal);
  }
}

type Outcome = { ok: true; status: number } | { ok: false; status?: number; error: string };

async function attempt(delivery: HttpDelivery): Promise<Outcome> {
  const timeoutMs = delivery.timeoutMs ?? ANSWER_WITHIN_MS;
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const status = await post(delivery, AbortSignal.any([delivery.signal, timeout]));
    if (status >= 200 && status < 500) return { ok: true, status };
    return { ok: false, status, error: `answered ${status}` };
  } catch (error) {
    if (timeout.aborted) return { ok: false, error: `no answer within ${timeoutMs} ms` };
    return { ok: false, error: reason(error) };
  }
}

/** Every attempt opens a connection of its own: one kept from before may be dead without our knowing. */
function post({ url, headers, body }: HttpDelivery, signal: AbortSignal): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = url.startsWith("https:") ? httpsRequest : httpRequest;
    const sent = request(url, { method: "POST", headers, signal, agent: false }, (response) => {
      response.on("error", reject);
      response.on("end", () => resolve(response.statusCode ?? 0));
      response.resume();
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** A refused connection to a name with several addresses has a code, but no message. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || ("code" in error ? String(error.code) : error.name);
}

async function pauseUnlessAborted(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await wait(ms, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
