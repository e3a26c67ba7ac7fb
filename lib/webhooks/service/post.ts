import "server-only";
import { type IncomingMessage, type RequestOptions, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { readEnv } from "@/lib/env";
import { allowedHosts } from "../allowed-hosts.ts";
import { hostOf, targetProblem } from "../target.ts";
import { guardedLookup, NotAllowed } from "./guarded-lookup.ts";

/** What became of a post. `none`: no whole answer, so it is not known whether it has arrived. */
export type PostOutcome =
  | { kind: "answered"; status: number; retryAfter: string | undefined; text: string }
  | { kind: "none"; reason: string };

export type Post = { url: string; headers: Readonly<Record<string, string>>; body: string };

const TIMEOUT_MS = 10_000;

/** So much of an answer is read; the rest is not waited for. */
const MAX_ANSWER_BYTES = 16_384;

/**
 * Posts to an address that people have given. Only public addresses are connected to, and those that the configuration
 * allows: what a name resolves to is checked on the connection itself, so that a name that changes its mind in between
 * gains nothing. Redirects are answers like any other and are not followed. Never throws, and no reason names more of
 * the address than its host.
 */
export async function post(
  { url, headers, body }: Post,
  { timeoutMs = TIMEOUT_MS }: { timeoutMs?: number } = {},
): Promise<PostOutcome> {
  const allowed = allowedHosts(readEnv().WEBHOOK_ALLOWED_HOSTS);
  const problem = targetProblem(url, allowed);
  if (problem) return { kind: "none", reason: problem };
  const target = new URL(url);
  const options: RequestOptions = {
    method: "POST",
    headers: { ...headers, "content-length": String(Buffer.byteLength(body)), connection: "close" },
    agent: false,
    lookup: guardedLookup(allowed),
    // of the whole exchange: a server that sends a byte now and then does not hold up a channel
    signal: AbortSignal.timeout(timeoutMs),
  };
  try {
    return await exchange(target, options, body);
  } catch (error) {
    return { kind: "none", reason: reasonOf(error, hostOf(target), timeoutMs) };
  }
}

function exchange(target: URL, options: RequestOptions, body: string): Promise<PostOutcome> {
  const request = target.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const sent = request(target, options, (answer) => {
      readAnswer(answer).then(resolve, reject);
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

async function readAnswer(answer: IncomingMessage): Promise<PostOutcome> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of answer) {
    const bytes = Buffer.from(chunk);
    chunks.push(bytes);
    length += bytes.length;
    if (length >= MAX_ANSWER_BYTES) break;
  }
  return {
    kind: "answered",
    status: answer.statusCode ?? 0,
    retryAfter: answer.headers["retry-after"],
    text: Buffer.concat(chunks).subarray(0, MAX_ANSWER_BYTES).toString("utf8"),
  };
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: "There is no host of this name",
  EAI_AGAIN: "The name could not be resolved for now",
  ECONNREFUSED: "The host refused the connection",
  ECONNRESET: "The host ended the connection",
  EPIPE: "The host ended the connection",
  EHOSTUNREACH: "The host cannot be reached",
  ENETUNREACH: "The network cannot be reached",
  ETIMEDOUT: "The host did not answer in time",
};

function reasonOf(error: unknown, host: string, timeoutMs: number): string {
  if (error instanceof NotAllowed) return error.message;
  if (error instanceof Error && (error.name === "AbortError" || error.name === "TimeoutError"))
    return `${host} did not answer within ${timeoutMs / 1000} seconds.`;
  const code = codeOf(error);
  if (/^(CERT_|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_SSL)/.test(code))
    return `${host} has a certificate that is not trusted, or speaks TLS in another way (${code}).`;
  return `${REASONS[code] ?? "The connection failed"}: ${host}${code ? ` (${code})` : ""}.`;
}

/** Several addresses that were tried fail together, under one code. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
