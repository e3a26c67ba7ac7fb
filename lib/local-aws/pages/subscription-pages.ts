import { atomically, type LocalAws } from "../local-aws.ts";
import { confirmByToken } from "../sns/confirm-subscription.ts";
import { unsubscribe } from "../sns/unsubscribe.ts";
import { AwsError } from "../wire/errors.ts";
import { escapeHtml } from "../wire/escape-html.ts";
import type { Reply } from "../wire/http.ts";
import type { QueryParameters } from "../wire/query.ts";
import { htmlPage } from "./html.ts";

interface Outcome {
  title: string;
  content: string;
}

/** The page behind *Confirm subscription*: opening it confirms, as at SNS. */
export function confirmationPage(aws: LocalAws, parameters: QueryParameters): Reply {
  const topicArn = parameters.text("TopicArn") ?? "";
  const token = parameters.text("Token") ?? "";
  return pageFor("Subscription not confirmed", () => {
    const { arn, endpoint } = atomically(aws, () =>
      confirmByToken(aws, { topicArn, token, authenticated: false }),
    );
    const undo = escapeHtml(aws.links.unsubscribePage(arn, endpoint));
    return {
      title: "Subscription confirmed!",
      content: `<p>You have successfully subscribed.</p>
<p>Your subscription's id is:<br><code>${escapeHtml(arn)}</code></p>
<p>If it was not your intention to subscribe, <a href="${undo}">click here to unsubscribe</a>.</p>`,
    };
  });
}

/** The page behind the unsubscribe link in a mail: opening it unsubscribes, as at SNS. */
export function unsubscribePage(aws: LocalAws, parameters: QueryParameters): Reply {
  const arn = parameters.text("SubscriptionArn") ?? "";
  return pageFor("Subscription not removed", () => {
    atomically(aws, () => unsubscribe(aws, { action: "Unsubscribe", parameters, region: null }));
    return {
      title: "Subscription removed!",
      content: `<p>You have successfully unsubscribed.</p>
<p>Your subscription's id was:<br><code>${escapeHtml(arn)}</code></p>
${resubscribeParagraph(aws, arn)}`,
    };
  });
}

function resubscribeParagraph({ store, links }: LocalAws, arn: string): string {
  const subscription = store.subscriptions.find(arn);
  const token = store.tokens.findNewestOf(arn);
  if (!subscription || token === undefined) return "";
  const undo = escapeHtml(links.confirmationPage(subscription.topicArn, token, subscription.endpoint));
  return `<p>If it was not your intention to unsubscribe, <a href="${undo}">click here to resubscribe</a>.</p>`;
}

function pageFor(failureTitle: string, act: () => Outcome): Reply {
  try {
    return htmlPage({ status: 200, mood: "good", ...act() });
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    const content = `<p>${adviceFor(error)}</p>
<p>Answer of the service: <code>${escapeHtml(error.message)}</code></p>`;
    return htmlPage({ status: error.status, title: failureTitle, mood: "bad", content });
  }
}

function adviceFor({ code }: AwsError): string {
  return code === "AuthorizationError"
    ? "Only the owner of the topic can remove this subscription."
    : "The link is not valid, or it has expired. Ask for a new one.";
}
