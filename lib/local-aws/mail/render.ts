import type { Links } from "../links.ts";
import type { Mail, SubscriptionMail, VerificationMail } from "../store/mails.ts";
import { escapeHtml } from "../wire/escape-html.ts";

export interface RenderedMail {
  /** Empty for a mail that has a formatted form only. */
  text: string;
  /** Notifications have no formatted form. */
  html: string | null;
  links: { confirm?: string; unsubscribe?: string; verify?: string };
}

/** A mail as its recipient reads it: in SNS's words, or as it was sent through SES. */
export function renderMail(mail: Mail, links: Links): RenderedMail {
  switch (mail.kind) {
    case "confirmation":
      return renderConfirmation(
        mail,
        links.confirmationPage(mail.topicArn, mail.token ?? "", mail.recipient),
      );
    case "unsubscribed":
      return renderUnsubscribed(
        mail,
        links.confirmationPage(mail.topicArn, mail.token ?? "", mail.recipient),
      );
    case "notification":
      return renderNotification(mail, links.unsubscribePage(mail.subscriptionArn, mail.recipient));
    case "verification":
      return renderVerification(mail, links.verificationPage(mail.token));
    case "email":
      return { text: mail.text ?? "", html: mail.html, links: {} };
    default:
      throw new TypeError(`Unknown mail ${mail satisfies never}`);
  }
}

const CHOSEN = "You have chosen to subscribe to the topic: ";
const TO_CONFIRM =
  "To confirm this subscription, click or visit the link below (If this was in error no action is necessary): ";
const NO_REPLY =
  "Please do not reply directly to this email. If you wish to remove yourself from receiving all future SNS subscription confirmation requests please send an email to sns-opt-out";

function renderConfirmation({ topicArn }: SubscriptionMail, url: string): RenderedMail {
  return {
    text: `${CHOSEN}\n${topicArn}\n\n${TO_CONFIRM}\n${url}\n\n${NO_REPLY}\n`,
    html: [
      `<p>${CHOSEN}<br><b>${escapeHtml(topicArn)}</b></p>`,
      `<p>${TO_CONFIRM}<br><a href="${escapeHtml(url)}">Confirm subscription</a></p>`,
      `<p>${NO_REPLY}</p>`,
    ].join("\n"),
    links: { confirm: url },
  };
}

const DEACTIVATED = "Your subscription to the topic below has been deactivated: ";
const TO_RESTORE = "If this was in error, click or visit the link below to subscribe again: ";

function renderUnsubscribed({ topicArn }: SubscriptionMail, url: string): RenderedMail {
  return {
    text: `${DEACTIVATED}\n${topicArn}\n\n${TO_RESTORE}\n${url}\n`,
    html: [
      `<p>${DEACTIVATED}<br><b>${escapeHtml(topicArn)}</b></p>`,
      `<p>${TO_RESTORE}<br><a href="${escapeHtml(url)}">Resubscribe</a></p>`,
    ].join("\n"),
    links: { confirm: url },
  };
}

const TO_STOP =
  "If you wish to stop receiving notifications from this topic, please click or visit the link below to unsubscribe:";
const QUESTIONS =
  "Please do not reply directly to this email. If you have any questions or comments regarding this email, please contact us at https://aws.amazon.com/support";

function renderNotification({ body, footer }: SubscriptionMail, url: string): RenderedMail {
  const text = body ?? "";
  if (!footer) return { text, html: null, links: { unsubscribe: url } };
  return {
    text: `${text}\n\n--\n${TO_STOP}\n${url}\n\n${QUESTIONS}\n`,
    html: null,
    links: { unsubscribe: url },
  };
}

const TO_IGNORE =
  "If this was not you, there is nothing to do: without the link nothing is sent from this address.";

function renderVerification({ recipient, region }: VerificationMail, url: string): RenderedMail {
  const asked = "Somebody wants to send mails through Amazon SES from this address: ";
  const toVerify = `To allow it in region ${region}, open the link below. It works for 24 hours: `;
  return {
    text: `${asked}\n${recipient}\n\n${toVerify}\n${url}\n\n${TO_IGNORE}\n`,
    html: [
      `<p>${asked}<br><b>${escapeHtml(recipient)}</b></p>`,
      `<p>${escapeHtml(toVerify)}<br><a href="${escapeHtml(url)}">Verify email address</a></p>`,
      `<p>${TO_IGNORE}</p>`,
    ].join("\n"),
    links: { verify: url },
  };
}
