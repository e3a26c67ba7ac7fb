/** The addresses AWS puts into messages, mails and answers, here all on this server. */
export interface Links {
  /** `ConfirmSubscription` without a signature; answers XML. */
  subscribe(topicArn: string, token: string): string;
  /** `Unsubscribe` without a signature; answers XML. */
  unsubscribe(subscriptionArn: string): string;
  /** The page behind *Confirm subscription* in a mail. */
  confirmationPage(topicArn: string, token: string, endpoint: string): string;
  /** The page behind the unsubscribe link in a mail. */
  unsubscribePage(subscriptionArn: string, endpoint: string): string;
  /** The page behind the link in SES's verification mail. */
  verificationPage(token: string): string;
  certificate(path: string): string;
  /** A queue's URL, by which SQS's operations name it. */
  queue(account: string, name: string): string;
}

export function makeLinks(baseUrl: string): Links {
  const at = (path: string, parameters: Record<string, string>) =>
    `${baseUrl}${path}?${new URLSearchParams(parameters)}`;
  return {
    subscribe: (TopicArn, Token) => at("/", { Action: "ConfirmSubscription", TopicArn, Token }),
    unsubscribe: (SubscriptionArn) => at("/", { Action: "Unsubscribe", SubscriptionArn }),
    confirmationPage: (TopicArn, Token, Endpoint) => at("/confirmation.html", { TopicArn, Token, Endpoint }),
    unsubscribePage: (SubscriptionArn, Endpoint) => at("/unsubscribe.html", { SubscriptionArn, Endpoint }),
    verificationPage: (Token) => at("/verify-identity.html", { Token }),
    certificate: (path) => `${baseUrl}${path}`,
    queue: (account, name) => `${baseUrl}/${account}/${name}`,
  };
}
