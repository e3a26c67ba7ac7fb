const WRITERS = ["events.amazonaws.com", "delivery.logs.amazonaws.com"] as const;
const ACTIONS = ["logs:CreateLogStream", "logs:PutLogEvents"] as const;

/** The account and region that a log group belongs to. */
export type LogsHome = { partition: string; region: string; accountId: string };

/**
 * The policy under which EventBridge may write to every log group below /aws/events/. It uses no role.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-cloudwatchlogs-permissions
 */
export function resourcePolicyDocument({ partition, region, accountId }: LogsHome): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "EventsToLogGroups",
        Effect: "Allow",
        Principal: { Service: [...WRITERS] },
        Action: [...ACTIONS],
        Resource: `arn:${partition}:logs:${region}:${accountId}:log-group:/aws/events/*:*`,
      },
    ],
  });
}

/**
 * Whether policies let EventBridge write to a log group, each right by any statement. Statements with conditions, with
 * NotPrincipal and the like are not counted on; an explicit Deny counts against.
 */
export function mayWrite(documents: readonly string[], groupArn: string): boolean {
  const statements = documents.flatMap(statementsOf);
  const stream = `${groupArn}:log-stream:any`;
  return WRITERS.every((writer) =>
    ACTIONS.every((action) => {
      const about = statements.filter((statement) => covers(statement, writer, action, stream));
      const isAllowed = about.some(({ Effect, Condition }) => Effect === "Allow" && Condition === undefined);
      return isAllowed && !about.some(({ Effect }) => Effect === "Deny");
    }),
  );
}

type Statement = Record<string, unknown>;

const isObject = (value: unknown): value is Statement =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function statementsOf(document: string): Statement[] {
  try {
    const parsed: unknown = JSON.parse(document);
    if (!isObject(parsed)) return [];
    const { Statement } = parsed;
    return (Array.isArray(Statement) ? Statement : [Statement]).filter(isObject);
  } catch {
    return [];
  }
}

function covers(statement: Statement, writer: string, action: string, resource: string): boolean {
  const { Principal, Action, Resource } = statement;
  const services = isObject(Principal) ? texts(Principal.Service) : texts(Principal);
  return (
    services.some((service) => service === "*" || service === writer) &&
    // IAM compares actions without regard to case, resources with
    texts(Action).some((pattern) => like(pattern.toLowerCase(), action.toLowerCase())) &&
    texts(Resource).some((pattern) => like(pattern, resource))
  );
}

function texts(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((each) => typeof each === "string");
}

/** `*` stands for any text and `?` for one character (IAM, wildcards in ARNs). */
function like(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`, "s").test(text);
}
