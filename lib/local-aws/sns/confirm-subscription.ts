import { parseArn } from "../arn.ts";
import { PENDING_LIFE_MS } from "../lifetimes.ts";
import { changeNow, type LocalAws } from "../local-aws.ts";
import type { Subscription } from "../store/subscriptions.ts";
import { AwsError, invalidInput, invalidParameter } from "../wire/errors.ts";
import type { Xml } from "../wire/xml.ts";
import { type Call, requireText } from "./call.ts";

const TOKEN = /^[0-9a-f]{288}$/;

/** https://docs.aws.amazon.com/sns/latest/api/API_ConfirmSubscription.html */
export function confirmSubscription(aws: LocalAws, { parameters, region }: Call): Xml {
  const topicArn = requireText(parameters, "TopicArn");
  const token = requireText(parameters, "Token");
  const protect = parameters.text("AuthenticateOnUnsubscribe")?.toLowerCase() === "true";
  if (region !== null && !TOKEN.test(token)) throw invalidInput("Invalid token");
  if (region !== null && parseArn(topicArn)?.region !== region) throw invalidParameter("Topic");
  if (protect && region === null)
    throw new AwsError("AuthorizationError", 403, "AuthenticateOnUnsubscribe requires a signed request");
  return [["SubscriptionArn", confirmByToken(aws, { topicArn, token, authenticated: protect }).arn]];
}

interface Confirmation {
  topicArn: string;
  token: string;
  /** Whether the owner confirms in a signed request and wants unsigned links to be refused from now on. */
  authenticated: boolean;
}

/**
 * Confirms the subscription a token was issued for. The token alone decides: of the topic ARN only the region must be
 * right. Confirming again changes nothing; a recipient's unsubscription is taken back.
 *
 * @throws AwsError `Invalid parameter: Topic` or `Invalid parameter: Token`.
 */
export function confirmByToken(
  aws: LocalAws,
  { topicArn, token, authenticated }: Confirmation,
): Subscription {
  const topic = parseArn(topicArn);
  if (!topic) throw invalidParameter("Topic");
  const issued = aws.store.tokens.find(token);
  const subscription = issued && aws.store.subscriptions.find(issued.subscriptionArn);
  if (!subscription) throw invalidParameter("Token");
  if (topic.region !== subscription.region) throw invalidParameter("Topic");
  if (subscription.state === "confirmed") return subscription;
  if (subscription.state === "pending" && aws.clock.now() - issued.issuedAt >= PENDING_LIFE_MS)
    throw invalidParameter("Token");
  const confirmed: Subscription = { ...subscription, state: "confirmed", authenticated, expiresAt: null };
  aws.store.subscriptions.save(confirmed, changeNow(aws));
  return confirmed;
}
