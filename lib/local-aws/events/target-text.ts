import type { TargetInput } from "../store/event-targets.ts";
import type { AcceptedEvent } from "./accepted-event.ts";

/**
 * What a target is sent of an event. A part that is not there is sent as nothing, in a template as an empty text.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
 */
export function targetText(input: TargetInput, event: AcceptedEvent, ruleArn: string): string {
  switch (input.kind) {
    case "event":
      return event.text;
    case "constant":
      return input.text;
    case "path":
      return asJson(valueAt(event.text, input.path));
    case "template":
      return fill(input.template, input.paths, event, ruleArn);
    default:
      return input satisfies never;
  }
}

function asJson(value: unknown): string {
  return value === undefined ? "" : JSON.stringify(value);
}

const STEP = /\.([A-Za-z0-9_-]+)|\['([^']*)'\]|\[(\d+)\]/y;

/** The value at a path such as `$.detail.items[0].name`; undefined when it is not there or is no such path. */
function valueAt(text: string, path: string): unknown {
  let value: unknown = JSON.parse(text);
  for (STEP.lastIndex = 1; STEP.lastIndex < path.length; ) {
    const match = path.startsWith("$") ? STEP.exec(path) : null;
    if (!match || typeof value !== "object" || value === null) return undefined;
    const name = match[1] ?? match[2] ?? match[3] ?? "";
    value = Object.entries(value).find(([key]) => key === name)?.[1];
  }
  return value;
}

/** A placeholder within quotes becomes the bare text, elsewhere JSON. */
function fill(
  template: string,
  paths: Record<string, string>,
  event: AcceptedEvent,
  ruleArn: string,
): string {
  let quoted = false;
  return template.replace(/\\.|"|<([^<>]+)>/gs, (found: string, name: string | undefined) => {
    if (found === '"') quoted = !quoted;
    if (name === undefined) return found;
    const value = placeholder(name, paths, event, ruleArn);
    if (value === undefined) return quoted ? "" : '""';
    if (!quoted) return JSON.stringify(value);
    return typeof value === "string" ? JSON.stringify(value).slice(1, -1) : JSON.stringify(value);
  });
}

function placeholder(name: string, paths: Record<string, string>, event: AcceptedEvent, ruleArn: string) {
  switch (name) {
    case "aws.events.rule-arn":
      return ruleArn;
    case "aws.events.rule-name":
      return ruleArn.slice(ruleArn.lastIndexOf("/") + 1);
    case "aws.events.event.json":
    case "aws.events.event":
      return valueAt(event.text, "$");
    case "aws.events.event.ingestion-time":
      return event.ingestedAt;
    default: {
      const path = Object.entries(paths).find(([key]) => key === name)?.[1];
      return path === undefined ? undefined : valueAt(event.text, path);
    }
  }
}
