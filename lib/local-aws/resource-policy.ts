/** What a service asks to do with a resource that has a policy. */
export interface ServiceRequest {
  /** Such as `events.amazonaws.com`. */
  service: string;
  /** Such as `sqs:SendMessage`. */
  action: string;
  resource: string;
  /** What the service acts for: a rule, a topic. */
  sourceArn: string;
  sourceAccount: string;
}

/**
 * Whether a resource policy lets a service do it: some statement allows it and none denies it. A statement with
 * `NotAction`, `NotResource`, `NotPrincipal` or a condition not known here never applies; text that is not a policy
 * allows nothing. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
 */
export function policyAllows(document: string, request: ServiceRequest): boolean {
  const effects = statementsOf(document)
    .filter((statement) => applies(statement, request))
    .map(({ Effect }) => Effect);
  return effects.includes("Allow") && !effects.includes("Deny");
}

type Statement = Record<string, unknown>;

function statementsOf(document: string): Statement[] {
  try {
    const policy: unknown = JSON.parse(document);
    return isObject(policy) ? listOf(policy.Statement).filter(isObject) : [];
  } catch {
    return [];
  }
}

function applies(statement: Statement, request: ServiceRequest): boolean {
  return (
    namesService(statement.Principal, request.service) &&
    textsOf(statement.Action).some((action) => isLike(action.toLowerCase(), request.action.toLowerCase())) &&
    textsOf(statement.Resource).some((resource) => isLike(resource, request.resource)) &&
    conditionsHold(statement.Condition, request)
  );
}

function namesService(principal: unknown, service: string): boolean {
  if (principal === "*") return true;
  if (!isObject(principal)) return false;
  return textsOf(principal.Service).includes(service) || textsOf(principal.AWS).includes("*");
}

const TESTS: ReadonlyMap<string, (expected: string, actual: string) => boolean> = new Map([
  ["arnequals", isLike],
  ["arnlike", isLike],
  ["stringlike", isLike],
  ["stringequals", (expected: string, actual: string) => expected === actual],
]);

function conditionsHold(condition: unknown, request: ServiceRequest): boolean {
  if (condition === undefined) return true;
  if (!isObject(condition)) return false;
  return Object.entries(condition).every(([operator, keys]) => {
    const holds = TESTS.get(operator.toLowerCase());
    if (!holds || !isObject(keys)) return false;
    return Object.entries(keys).every(([key, expected]) => {
      const actual = contextValue(key.toLowerCase(), request);
      return actual !== undefined && textsOf(expected).some((one) => holds(one, actual));
    });
  });
}

function contextValue(key: string, { sourceArn, sourceAccount }: ServiceRequest): string | undefined {
  if (key === "aws:sourcearn") return sourceArn;
  return key === "aws:sourceaccount" ? sourceAccount : undefined;
}

/** `*` stands for any run of characters, `?` for one. */
function isLike(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[\\^$.+()[\]{}|]/g, "\\$&")
    .replace(/\*+/g, ".*")
    .replace(/\?/g, ".");
  return new RegExp(`^${source}$`, "s").test(text);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

function textsOf(value: unknown): string[] {
  return listOf(value).filter((item) => typeof item === "string");
}
