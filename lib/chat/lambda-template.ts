import type { ChatPlatform } from "./constants.ts";
import { handlerCode } from "./lambda-code.ts";

export type LambdaPlatform = Exclude<ChatPlatform, "webhook">;

export type LambdaSetUp = {
  topicArn: string;
  platform: LambdaPlatform;
  /** SNS's JSON; null for everything. */
  filterPolicy: string | null;
};

/** https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html */
const RUNTIME = "python3.13";

/**
 * A CloudFormation template in JSON that does without this console: a function that posts to a chat, its webhook in
 * Secrets Manager, the permission for SNS to call it, a subscription with the filter, and a queue that keeps what the
 * function could not deliver. The webhook is a parameter, so that the template holds no secret.
 */
export function lambdaTemplate({ topicArn, platform, filterPolicy }: LambdaSetUp): string {
  const template = {
    AWSTemplateFormatVersion: "2010-09-09",
    Description: `Posts notifications of ${topicArn} to ${platform} by a Lambda function`,
    Parameters: {
      TopicArn: { Type: "String", Default: topicArn },
      WebhookUrl: {
        Type: "String",
        NoEcho: true,
        AllowedPattern: "^https://.+$",
        ConstraintDescription: "The whole address of the webhook, beginning with https://",
      },
    },
    Resources: {
      Webhook: { Type: "AWS::SecretsManager::Secret", Properties: { SecretString: { Ref: "WebhookUrl" } } },
      Undelivered: {
        Type: "AWS::SQS::Queue",
        Properties: { MessageRetentionPeriod: 1_209_600, SqsManagedSseEnabled: true },
      },
      Role: role(),
      Function: lambdaFunction(platform),
      Permission: {
        Type: "AWS::Lambda::Permission",
        Properties: {
          Action: "lambda:InvokeFunction",
          FunctionName: arnOf("Function"),
          Principal: "sns.amazonaws.com",
          SourceArn: { Ref: "TopicArn" },
        },
      },
      Subscription: {
        Type: "AWS::SNS::Subscription",
        DependsOn: "Permission",
        Properties: {
          TopicArn: { Ref: "TopicArn" },
          Protocol: "lambda",
          Endpoint: arnOf("Function"),
          ...(filterPolicy !== null && {
            FilterPolicy: JSON.parse(filterPolicy),
            FilterPolicyScope: "MessageAttributes",
          }),
        },
      },
    },
    Outputs: { UndeliveredQueue: { Value: { Ref: "Undelivered" } } },
  };
  return `${JSON.stringify(template, null, 2)}\n`;
}

const arnOf = (resource: string) => ({ "Fn::GetAtt": [resource, "Arn"] });

function role() {
  const statements = [
    { Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: { Ref: "Webhook" } },
    { Effect: "Allow", Action: "sqs:SendMessage", Resource: arnOf("Undelivered") },
  ];
  return {
    Type: "AWS::IAM::Role",
    Properties: {
      AssumeRolePolicyDocument: {
        Version: "2012-10-17",
        Statement: [
          { Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" },
        ],
      },
      ManagedPolicyArns: [
        // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation fills it in
        { "Fn::Sub": "arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole" },
      ],
      Policies: [{ PolicyName: "webhook", PolicyDocument: { Version: "2012-10-17", Statement: statements } }],
    },
  };
}

function lambdaFunction(platform: LambdaPlatform) {
  return {
    Type: "AWS::Lambda::Function",
    Properties: {
      Runtime: RUNTIME,
      Handler: "index.handler",
      Timeout: 20,
      Role: arnOf("Role"),
      DeadLetterConfig: { TargetArn: arnOf("Undelivered") },
      Environment: { Variables: { WEBHOOK_SECRET: { Ref: "Webhook" } } },
      Code: { ZipFile: { "Fn::Join": ["\n", handlerCode(platform)] } },
    },
  };
}
