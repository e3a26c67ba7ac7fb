import { definePublicRoute } from "@/lib/actions/define-public-route";
import { answerUnsubscribe, leadToChoice } from "@/lib/email-reports/service/answer-unsubscribe";

const openBecause =
  "A recipient has no account here. Nothing is done without the signed token of their mail.";

/** The link of a mail, followed by a person: it does nothing but lead to the page that asks. */
export const GET = definePublicRoute({ name: "unsubscribe", openBecause, handle: leadToChoice });

/** A mail program's one click (RFC 8058), or the button of the page. */
export const POST = definePublicRoute({ name: "unsubscribe", openBecause, handle: answerUnsubscribe });
