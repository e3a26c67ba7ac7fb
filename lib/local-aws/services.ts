import { EVENTS } from "./events/service.ts";
import type { JsonService } from "./json-service.ts";
import { LOGS } from "./logs/service.ts";
import type { RestRoute, RestService } from "./rest-service.ts";
import { SES } from "./ses/service.ts";
import { OPERATION_NAMES as SNS_OPERATIONS } from "./sns/operations.ts";
import { SQS } from "./sqs/service.ts";

/** Every service spoken in a JSON protocol. SNS speaks the Query protocol and is everything else sent to `/`. */
const JSON_SERVICES: readonly JsonService[] = [SQS, EVENTS, LOGS];

/** Every service spoken in REST-JSON. */
const REST_SERVICES: readonly RestService[] = [SES];

/** The operations that faults can be injected into, of all services; one name may belong to several. */
export const OPERATION_NAMES: readonly string[] = [
  ...new Set([
    ...SNS_OPERATIONS,
    ...JSON_SERVICES.flatMap(({ operations }) => [...operations.keys()]),
    ...REST_SERVICES.flatMap(({ routes }) => routes.map(({ operation }) => operation)),
  ]),
];

export interface Target {
  /** undefined when nothing here goes by that name. */
  service: JsonService | undefined;
  operation: string;
}

/** Reads the header `X-Amz-Target`, such as `AmazonSQS.SendMessage`. */
export function readTarget(header: string): Target {
  const dot = header.lastIndexOf(".");
  const name = header.slice(0, Math.max(dot, 0));
  return {
    service: JSON_SERVICES.find(({ target }) => target === name),
    operation: header.slice(dot + 1),
  };
}

export interface RestTarget {
  service: RestService;
  /** undefined when the service has nothing there. */
  route: RestRoute | undefined;
  /** What stands in the path where the route has a label. */
  label: string;
}

/** What a method and path of a REST-JSON service mean; null when the path is no such service's. */
export function readPath(method: string, path: string): RestTarget | null {
  const service = REST_SERVICES.find(({ prefix }) => path.startsWith(prefix));
  if (!service) return null;
  for (const route of service.routes) {
    const [fixed = "", labelled] = route.path.split("{");
    const fits = labelled === undefined ? path === fixed : path.startsWith(fixed) && path !== fixed;
    if (route.method === method && fits) return { service, route, label: decoded(path.slice(fixed.length)) };
  }
  return { service, route: undefined, label: "" };
}

/** Broken percent escapes stay as they are. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
