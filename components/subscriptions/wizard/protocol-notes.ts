import type { Protocol } from "@/lib/subscriptions/constants";

export type Snippet = { label: string; code: string };

export type ProtocolNote = {
  /** What happens after the subscription was added. */
  next: string;
  /** What AWS does not check, although nothing arrives without it. */
  pitfall?: string;
  /** The remedy for the pitfall, ready to be copied. */
  snippet?: Snippet;
};

/** What to know of a protocol before an endpoint is subscribed; snippets carry the endpoint and topic given. */
export function protocolNote(protocol: Protocol, endpoint: string, topicArn: string): ProtocolNote {
  switch (protocol) {
    case "email":
    case "email-json":
      return {
        next: "AWS sends a confirmation mail. The subscription stays Pending until its link is clicked; the link is valid for 48 hours.",
      };
    case "http":
    case "https":
      return {
        next: "AWS posts a confirmation request to the URL. The subscription stays Pending until the receiver visits the SubscribeURL in it, within 48 hours.",
        pitfall: "The URL must answer within 15 seconds and be reachable from AWS.",
      };
    case "sqs":
      return {
        next: "A queue of the topic's own account is confirmed at once.",
        pitfall:
          "AWS does not check that the topic may send to the queue: without this queue policy nothing arrives. An encrypted queue needs a key policy that admits SNS as well.",
        snippet: { label: "Queue policy", code: queuePolicy(arnOr(endpoint, "QUEUE_ARN"), topicArn) },
      };
    case "lambda":
      return {
        next: "A function of the topic's own account is confirmed at once.",
        pitfall:
          "AWS does not check that the topic may invoke the function: without this permission nothing arrives.",
        snippet: {
          label: "Command",
          code: invokePermission(arnOr(endpoint, "FUNCTION_ARN"), topicArn),
        },
      };
    case "application":
      return {
        next: "The platform endpoint is confirmed at once.",
        pitfall: "The push service disables an endpoint whose token has expired. AWS does not say so here.",
      };
    case "sms":
      return {
        next: "The phone number is confirmed at once, and every message is charged.",
        pitfall:
          "An account in the SMS sandbox delivers to verified numbers only, and messages stop at the monthly spending limit.",
      };
    case "firehose":
      return {
        next: "A delivery stream of the topic's own account is confirmed at once.",
        pitfall: "The role must trust sns.amazonaws.com and allow these actions on the stream.",
        snippet: { label: "Permissions of the role", code: streamPermissions(arnOr(endpoint, "STREAM_ARN")) },
      };
    default:
      return protocol satisfies never;
  }
}

function arnOr(endpoint: string, placeholder: string): string {
  return endpoint.startsWith("arn:") ? endpoint : placeholder;
}

/** https://docs.aws.amazon.com/sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html */
function queuePolicy(queueArn: string, topicArn: string): string {
  return statement({
    Effect: "Allow",
    Principal: { Service: "sns.amazonaws.com" },
    Action: "sqs:SendMessage",
    Resource: queueArn,
    Condition: { ArnEquals: { "aws:SourceArn": topicArn } },
  });
}

/** https://docs.aws.amazon.com/sns/latest/dg/firehose-endpoints-prereqs.html */
function streamPermissions(streamArn: string): string {
  return statement({
    Effect: "Allow",
    Action: [
      "firehose:DescribeDeliveryStream",
      "firehose:ListDeliveryStreams",
      "firehose:ListTagsForDeliveryStream",
      "firehose:PutRecord",
      "firehose:PutRecordBatch",
    ],
    Resource: streamArn,
  });
}

function statement(only: object): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: [only] }, null, 2);
}

/** https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html */
function invokePermission(functionArn: string, topicArn: string): string {
  const options = [
    `--function-name ${functionArn}`,
    "--statement-id proactive-notifications",
    "--action lambda:InvokeFunction",
    "--principal sns.amazonaws.com",
    `--source-arn ${topicArn}`,
  ];
  return ["aws lambda add-permission", ...options].join(" \\\n  ");
}
