import type { AppError, AppErrorCode } from "@/lib/errors";

/** What a request can be refused for: what services refuse, and what only HTTP knows. */
export type ProblemKind = AppErrorCode | "not_json" | "too_large" | "unsupported_type" | "internal";

/** Status and title of each kind of problem. */
export const PROBLEMS: Record<ProblemKind, { status: number; title: string }> = {
  not_json: { status: 400, title: "Not JSON" },
  unauthenticated: { status: 401, title: "No valid API token" },
  forbidden: { status: 403, title: "Not allowed" },
  not_found: { status: 404, title: "Not found" },
  conflict: { status: 409, title: "Conflict" },
  too_large: { status: 413, title: "Too large" },
  unsupported_type: { status: 415, title: "Unsupported content type" },
  invalid: { status: 422, title: "Not well formed" },
  too_many: { status: 429, title: "Too many requests" },
  internal: { status: 500, title: "Something went wrong here" },
  upstream: { status: 502, title: "AWS refused" },
  unavailable: { status: 503, title: "AWS could not be reached" },
};

/** One wrong field: of the JSON document (`pointer`, RFC 6901), or of the address (`parameter`). */
export type ProblemField = { pointer: string; detail: string } | { parameter: string; detail: string };

/** RFC 9457. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors?: ProblemField[];
  /** AWS's request id, where AWS refused. */
  requestId?: string;
};

/** The name of a kind of problem. It is no address: what it means stands in the OpenAPI document. */
export function problemType(kind: ProblemKind): string {
  return `urn:proactive-notifications:problem:${kind.replaceAll("_", "-")}`;
}

export function problem(kind: ProblemKind, detail: string): Problem {
  return { type: problemType(kind), ...PROBLEMS[kind], detail };
}

/** A service's refusal as a problem; `at` is the pointer of the part of the request that the service was given. */
export function problemOf({ code, message, fieldErrors, requestId }: AppError, at = ""): Problem {
  const errors = Object.entries(fieldErrors).flatMap(([field, details]) =>
    details.map((detail) =>
      field === "" || field.startsWith("/") ? { pointer: at + field, detail } : { parameter: field, detail },
    ),
  );
  return {
    ...problem(code, message),
    ...(errors.length > 0 && { errors }),
    ...(requestId && { requestId }),
  };
}

/** The answer to a refused request. No cache keeps it. */
export function problemResponse(refusal: Problem, retryAfterSeconds?: number): Response {
  const headers = new Headers({ "content-type": "application/problem+json", "cache-control": "no-store" });
  if (retryAfterSeconds !== undefined) headers.set("retry-after", String(retryAfterSeconds));
  if (refusal.status === 401) headers.set("www-authenticate", 'Bearer realm="api/v1"');
  return new Response(JSON.stringify(refusal), { status: refusal.status, headers });
}
