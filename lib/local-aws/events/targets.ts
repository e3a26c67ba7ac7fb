import { isFifo, parseArn } from "../arn.ts";
import type { JsonOperation } from "../json-service.ts";
import type { EventTarget, TargetInput } from "../store/event-targets.ts";
import { AwsError } from "../wire/errors.ts";
import type { JsonInput } from "../wire/json-input.ts";
import { constraints, validation } from "./errors.ts";
import { NAME, readPage, requireRule } from "./find.ts";

const MAX_PER_REQUEST = 10;
const MAX_PER_RULE = 5;
const DONE = { FailedEntryCount: 0, FailedEntries: [] };

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutTargets.html */
export const putTargets: JsonOperation = (aws, call) => {
  const list = constraints.need(call.input.structures("Targets"), "targets");
  constraints.list(list, "targets", { min: 1, max: MAX_PER_REQUEST });
  const targets = list.map(readTarget);
  const rule = requireRule(aws, call, "Rule");
  const ids = new Set([...aws.store.eventTargets.list(rule.arn), ...targets].map(({ id }) => id));
  if (ids.size > MAX_PER_RULE)
    throw new AwsError(
      "LimitExceededException",
      400,
      "The requested resource exceeds the maximum number allowed.",
    );
  for (const target of targets) aws.store.eventTargets.put(rule.arn, target);
  return DONE;
};

export const removeTargets: JsonOperation = (aws, call) => {
  const ids = constraints.need(call.input.texts("Ids"), "ids");
  constraints.list(ids, "ids", { min: 1, max: 100 });
  const rule = requireRule(aws, call, "Rule");
  for (const id of ids) aws.store.eventTargets.remove(rule.arn, id);
  return DONE;
};

export const listTargetsByRule: JsonOperation = (aws, call) => {
  const rule = requireRule(aws, call, "Rule");
  const { items, next } = readPage(
    call.input,
    `targets of ${rule.arn}`,
    aws.store.eventTargets.list(rule.arn),
  );
  return { Targets: items.map(shown), ...next };
};

function readTarget(target: JsonInput, index: number): EventTarget {
  const at = `targets.${index + 1}.member`;
  const id = constraints.need(target.text("Id"), `${at}.id`);
  constraints.text(id, `${at}.id`, { min: 1, max: 64, pattern: NAME });
  const arn = constraints.need(target.text("Arn"), `${at}.arn`);
  if (!parseArn(arn))
    throw validation(`Parameter ${arn} is not valid. Reason: Provided Arn is not in correct format.`);
  const messageGroupId = target.structure("SqsParameters")?.text("MessageGroupId");
  if (parseArn(arn)?.service === "sqs" && isFifo(arn) && messageGroupId === undefined)
    throw validation(`Parameter(s) SqsParameters must be specified for target: ${id}.`);
  return {
    id,
    arn,
    input: readInput(target, id),
    roleArn: target.text("RoleArn"),
    messageGroupId,
    deadLetterQueue: target.structure("DeadLetterConfig")?.text("Arn"),
  };
}

function readInput(target: JsonInput, id: string): TargetInput {
  const text = target.text("Input");
  const path = target.text("InputPath");
  const transformer = target.structure("InputTransformer");
  if ([text, path, transformer].filter((one) => one !== undefined).length > 1)
    throw validation(`Only one of Input, InputPath, or InputTransformer must be provided for target ${id}.`);
  if (text !== undefined) return { kind: "constant", text };
  if (path !== undefined) return { kind: "path", path };
  if (transformer === undefined) return { kind: "event" };
  return {
    kind: "template",
    paths: Object.fromEntries(transformer.textMap("InputPathsMap") ?? []),
    template: constraints.need(transformer.text("InputTemplate"), "inputTransformer.inputTemplate"),
  };
}

function shown({ id, arn, input, roleArn, messageGroupId, deadLetterQueue }: EventTarget) {
  return {
    Id: id,
    Arn: arn,
    ...(roleArn === undefined ? {} : { RoleArn: roleArn }),
    ...(messageGroupId === undefined ? {} : { SqsParameters: { MessageGroupId: messageGroupId } }),
    ...(deadLetterQueue === undefined ? {} : { DeadLetterConfig: { Arn: deadLetterQueue } }),
    ...shownInput(input),
  };
}

function shownInput(input: TargetInput) {
  switch (input.kind) {
    case "event":
      return {};
    case "constant":
      return { Input: input.text };
    case "path":
      return { InputPath: input.path };
    case "template":
      return { InputTransformer: { InputPathsMap: input.paths, InputTemplate: input.template } };
    default:
      return input satisfies never;
  }
}
