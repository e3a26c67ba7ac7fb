import { patternsFor } from "../filter/event-pattern.ts";
import type { JsonOperation } from "../json-service.ts";
import { constraints, validation } from "./errors.ts";
import { checkPattern } from "./rules.ts";

const MAX_PATTERN = 4096;
const REQUIRED = ["id", "account", "source", "time", "region", "resources", "detail-type"];

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_TestEventPattern.html */
export const testEventPattern: JsonOperation = (_aws, { input }) => {
  const pattern = constraints.need(input.text("EventPattern"), "eventPattern");
  constraints.text(pattern, "eventPattern", { max: MAX_PATTERN });
  const event = constraints.need(input.text("Event"), "event");
  if (!isWhole(event)) throw validation("Parameter Event is not valid.");
  checkPattern(pattern);
  return { Result: patternsFor(event)(pattern) };
};

function isWhole(text: string): boolean {
  try {
    const event: unknown = JSON.parse(text);
    return typeof event === "object" && event !== null && REQUIRED.every((name) => name in event);
  } catch {
    return false;
  }
}
