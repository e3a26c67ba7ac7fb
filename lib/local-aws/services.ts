import { EVENTS } from "./events/service.ts";
import type { JsonService } from "./json-service.ts";
import { LOGS } from "./logs/service.ts";
import { OPERATION_NAMES as SNS_OPERATIONS } from "./sns/operations.ts";
import { SQS } from "./sqs/service.ts";

/** Every service spoken in a JSON protocol. SNS speaks the Query protocol and is everything else sent to `/`. */
const JSON_SERVICES: readonly JsonService[] = [SQS, EVENTS, LOGS];

/** The operations that faults can be injected into, of all services; one name may belong to several. */
export const OPERATION_NAMES: readonly string[] = [
  ...new Set([...SNS_OPERATIONS, ...JSON_SERVICES.flatMap(({ operations }) => [...operations.keys()])]),
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
