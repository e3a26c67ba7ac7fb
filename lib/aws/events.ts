import "server-only";
import {
  DeleteRuleCommand,
  DescribeEventBusCommand,
  DescribeRuleCommand,
  type DescribeRuleCommandOutput,
  type EventBridgeClient,
  ListEventBusesCommand,
  type ListEventBusesCommandOutput,
  ListRulesCommand,
  type ListRulesCommandOutput,
  ListTargetsByRuleCommand,
  type ListTargetsByRuleCommandOutput,
  PutRuleCommand,
  PutTargetsCommand,
  RemoveTargetsCommand,
  type Rule,
  TestEventPatternCommand,
} from "@aws-sdk/client-eventbridge";
import { AppError } from "@/lib/errors";
import { answered, rethrow } from "./answer.ts";
import { nullWhenMissing } from "./errors.ts";
import type { EventRule, EventsPort } from "./ports.ts";
import { putEvents } from "./put-events.ts";

/** EventBridge through the SDK. `clientFor` gives the client of a region. */
export function eventsPort(clientFor: (region: string) => EventBridgeClient): EventsPort {
  return {
    async *listBuses(region) {
      let NextToken: string | undefined;
      do {
        const page: ListEventBusesCommandOutput = await clientFor(region)
          .send(new ListEventBusesCommand({ NextToken, Limit: 100 }))
          .catch(rethrow);
        yield (page.EventBuses ?? []).flatMap(({ Name, Arn }) =>
          Name && Arn ? [{ name: Name, arn: Arn }] : [],
        );
        NextToken = page.NextToken;
      } while (NextToken);
    },

    async findBus(region, Name) {
      const bus = await clientFor(region).send(new DescribeEventBusCommand({ Name })).catch(nullWhenMissing);
      return bus ? { name: bus.Name ?? Name, arn: bus.Arn ?? "" } : null;
    },

    putEvents: (region, busName, events) => putEvents(clientFor(region), busName, events),

    async testPattern(region, EventPattern, Event) {
      const answer = await clientFor(region)
        .send(new TestEventPatternCommand({ EventPattern, Event }))
        .catch(rethrow);
      return answer.Result === true;
    },

    async findRule(region, busName, Name) {
      const rule: DescribeRuleCommandOutput | null = await clientFor(region)
        .send(new DescribeRuleCommand({ EventBusName: busName, Name }))
        .catch(nullWhenMissing);
      return rule ? asRule(rule, busName) : null;
    },

    async listRules(region, EventBusName, NamePrefix) {
      const rules: EventRule[] = [];
      let NextToken: string | undefined;
      do {
        const page: ListRulesCommandOutput = await clientFor(region)
          .send(new ListRulesCommand({ EventBusName, NamePrefix, NextToken }))
          .catch(rethrow);
        rules.push(...(page.Rules ?? []).map((rule) => asRule(rule, EventBusName)));
        NextToken = page.NextToken;
      } while (NextToken);
      return rules;
    },

    async putRule(region, { name, busName, pattern, description }) {
      const answer = await clientFor(region)
        .send(
          new PutRuleCommand({
            Name: name,
            EventBusName: busName,
            EventPattern: pattern,
            Description: description,
            State: "ENABLED",
          }),
        )
        .catch(rethrow);
      return answered(answer, { arn: answer.RuleArn ?? "" });
    },

    async deleteRule(region, EventBusName, Name) {
      const answer = await clientFor(region)
        .send(new DeleteRuleCommand({ EventBusName, Name }))
        .catch(rethrow);
      return answered(answer, undefined);
    },

    async listTargets(region, EventBusName, RuleName) {
      const targets: { id: string; arn: string }[] = [];
      let NextToken: string | undefined;
      do {
        const page: ListTargetsByRuleCommandOutput = await clientFor(region)
          .send(new ListTargetsByRuleCommand({ EventBusName, Rule: RuleName, NextToken }))
          .catch(rethrow);
        for (const { Id, Arn } of page.Targets ?? []) if (Id && Arn) targets.push({ id: Id, arn: Arn });
        NextToken = page.NextToken;
      } while (NextToken);
      return targets;
    },

    async putTarget(region, EventBusName, RuleName, { id, arn }) {
      const answer = await clientFor(region)
        .send(new PutTargetsCommand({ EventBusName, Rule: RuleName, Targets: [{ Id: id, Arn: arn }] }))
        .catch(rethrow);
      return answered(answer, refuseFailed(answer));
    },

    async removeTarget(region, EventBusName, RuleName, targetId) {
      const answer = await clientFor(region)
        .send(new RemoveTargetsCommand({ EventBusName, Rule: RuleName, Ids: [targetId] }))
        .catch(rethrow);
      return answered(answer, refuseFailed(answer));
    },
  };
}

function asRule(rule: Rule, busName: string): EventRule {
  return {
    name: rule.Name ?? "",
    busName: rule.EventBusName ?? busName,
    arn: rule.Arn ?? "",
    pattern: rule.EventPattern ?? null,
    enabled: rule.State !== "DISABLED",
    description: rule.Description ?? null,
  };
}

type EntriesAnswer = {
  $metadata: { requestId?: string };
  FailedEntryCount?: number | undefined;
  FailedEntries?: { ErrorMessage?: string | undefined }[] | undefined;
};

/** Of one target sent, one entry may fail although the call succeeds. */
function refuseFailed({ FailedEntryCount, FailedEntries, $metadata }: EntriesAnswer) {
  if (!FailedEntryCount) return;
  const reason = FailedEntries?.[0]?.ErrorMessage ?? "no reason given.";
  throw new AppError("upstream", `AWS refused: ${reason}`, { requestId: $metadata.requestId });
}
