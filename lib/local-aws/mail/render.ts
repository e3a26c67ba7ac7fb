import type { Links } from "../links.ts";
import type { Mail } from "../store/mails.ts";
import { escapeHtml } from "../wire/escape-html.ts";

export interface RenderedMail {
  text: string;
  /** Only the mails SNS writes itself have a formatted form. */
  html: string | null;
  links: { confirm?: string; unsubscribe?: string };
}

/** A mail as its recipient reads it, in SNS's words. */
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
    default:
      throw new TypeError(`Unknown mail kind ${mail.kind satisfies never}`);
  }
}

const CHOSEN = "You have chosen to subscribe to the topic: ";
const TO_CONFIRM =
  "To confirm this subscription, click or visit the link below (If this was in error no action is necessary): ";
const NO_REPLY =
  "Please do not reply directly to this email. If you wish to remove yourself from receiving all future SNS subscription confirmation requests please send an email to sns-opt-out";

function renderConfirmation({ topicArn }: Mail, url: string): RenderedMail {
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

function renderUnsubscribed({ topicArn }: Mail, url: string): RenderedMail {
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

function renderNotification({ body, footer }: Mail, url: string): RenderedMail {
  const text = body ?? "";
  if (!footer) return { text, html: null, links: { unsubscribe: url } };
  return {
    text: `${text}\n\n--\n${TO_STOP}\n${url}\n\n${QUESTIONS}\n`,
    html: null,
    links: { unsubscribe: url },
  };
}
