import { atomically, type LocalAws } from "../local-aws.ts";
import { verifyByToken } from "../ses/verify-identity.ts";
import { AwsError } from "../wire/errors.ts";
import { escapeHtml } from "../wire/escape-html.ts";
import type { Reply } from "../wire/http.ts";
import type { QueryParameters } from "../wire/query.ts";
import { htmlPage } from "./html.ts";

const SERVICE = "Amazon Simple Email Service";

/** The page behind the link in a verification mail: opening it verifies, as at SES. */
export function identityPage(aws: LocalAws, parameters: QueryParameters): Reply {
  try {
    const { name, region } = atomically(aws, () => verifyByToken(aws, parameters.text("Token") ?? ""));
    const content = `<p>Mails can be sent from <code>${escapeHtml(name)}</code> in region ${escapeHtml(region)} now.</p>`;
    return htmlPage({
      service: SERVICE,
      status: 200,
      mood: "good",
      title: "Email address verified!",
      content,
    });
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    const content = `<p>The link is not valid, or it is older than 24 hours. Delete the identity and create it again: a new mail with a new link follows.</p>
<p>Answer of the service: <code>${escapeHtml(error.message)}</code></p>`;
    const title = "Email address not verified";
    return htmlPage({ service: SERVICE, status: error.status, mood: "bad", title, content });
  }
}
