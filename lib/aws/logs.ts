import "server-only";
import {
  type CloudWatchLogsClient,
  CreateLogGroupCommand,
  DeleteLogGroupCommand,
  DeleteResourcePolicyCommand,
  DescribeLogGroupsCommand,
  type DescribeLogGroupsCommandOutput,
  DescribeResourcePoliciesCommand,
  type DescribeResourcePoliciesCommandOutput,
  PutResourcePolicyCommand,
  PutRetentionPolicyCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import { answered, rethrow } from "./answer.ts";
import type { LogsPort } from "./ports.ts";

/** CloudWatch Logs through the SDK. `clientFor` gives the client of a region. */
export function logsPort(clientFor: (region: string) => CloudWatchLogsClient): LogsPort {
  return {
    async findGroup(region, name) {
      let nextToken: string | undefined;
      do {
        const page: DescribeLogGroupsCommandOutput = await clientFor(region)
          .send(new DescribeLogGroupsCommand({ logGroupNamePrefix: name, nextToken }))
          .catch(rethrow);
        const group = page.logGroups?.find(({ logGroupName }) => logGroupName === name);
        if (group?.arn)
          return { arn: group.arn.replace(/:\*$/, ""), retentionDays: group.retentionInDays ?? null };
        nextToken = page.nextToken;
      } while (nextToken);
      return null;
    },

    async createGroup(region, logGroupName) {
      const answer = await clientFor(region).send(new CreateLogGroupCommand({ logGroupName })).catch(rethrow);
      return answered(answer, undefined);
    },

    async setRetention(region, logGroupName, retentionInDays) {
      const answer = await clientFor(region)
        .send(new PutRetentionPolicyCommand({ logGroupName, retentionInDays }))
        .catch(rethrow);
      return answered(answer, undefined);
    },

    async deleteGroup(region, logGroupName) {
      const answer = await clientFor(region).send(new DeleteLogGroupCommand({ logGroupName })).catch(rethrow);
      return answered(answer, undefined);
    },

    async listResourcePolicies(region) {
      const policies: { name: string; document: string }[] = [];
      let nextToken: string | undefined;
      do {
        const page: DescribeResourcePoliciesCommandOutput = await clientFor(region)
          .send(new DescribeResourcePoliciesCommand({ nextToken }))
          .catch(rethrow);
        for (const { policyName, policyDocument } of page.resourcePolicies ?? [])
          if (policyName && policyDocument) policies.push({ name: policyName, document: policyDocument });
        nextToken = page.nextToken;
      } while (nextToken);
      return policies;
    },

    async putResourcePolicy(region, { name, document }) {
      const answer = await clientFor(region)
        .send(new PutResourcePolicyCommand({ policyName: name, policyDocument: document }))
        .catch(rethrow);
      return answered(answer, undefined);
    },

    async deleteResourcePolicy(region, policyName) {
      const answer = await clientFor(region)
        .send(new DeleteResourcePolicyCommand({ policyName }))
        .catch(rethrow);
      return answered(answer, undefined);
    },
  };
}
