import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import type { AttentionKind } from "@/lib/subscriptions/constants";
import type { Evidence } from "@/lib/subscriptions/evidence";
import type { SubscriptionDetail } from "@/lib/subscriptions/loaders";
import { dialogHref } from "../wizard/dialog-href.ts";
import { FellBackNote } from "./fell-back-note.tsx";

type AttentionNotesProps = {
  subscription: Pick<SubscriptionDetail, "id" | "attention" | "statusReason">;
  flood: Evidence["flood"];
  closeHref: Route;
};

/** What else about a subscription needs somebody, beside its filter, and what to do. */
export function AttentionNotes({ subscription, flood, closeHref }: AttentionNotesProps) {
  const { id, attention, statusReason } = subscription;
  return attention.map((kind) =>
    statusReason === "fell-back" && (kind === "overdue" || kind === "lost") ? (
      <FellBackNote key={kind} id={id} isPending={kind === "overdue"} flood={flood} closeHref={closeHref} />
    ) : (
      <Note key={kind} kind={kind} id={id} closeHref={closeHref} />
    ),
  );
}

function Note({ kind, id, closeHref }: { kind: AttentionKind; id: string; closeHref: Route }) {
  switch (kind) {
    case "never":
    case "partlyDead":
    // its status says what to do
    case "lost":
      return null;
    case "overdue":
      return (
        <Notice
          tone="warning"
          title="Nobody has confirmed it"
          action={<Way href={dialogHref(closeHref, "resend", id)}>Resend confirmation</Way>}
        >
          Nothing is delivered until its recipient does. Ask them, or send them another confirmation.
        </Notice>
      );
    case "unprotected":
      return (
        <Notice tone="warning" title="A link in any of its mails can end it">
          Whoever opens the unsubscribe link of a mail, a scanner of links included, ends this subscription.
          AWS protects only at the moment of confirmation, so for one that is confirmed already the honest way
          is: delete it, add it again, and paste the link of the new confirmation mail with “Confirm with
          link” instead of opening it. Between the two nothing is delivered to it.
        </Notice>
      );
    default:
      return kind satisfies never;
  }
}

function Way({ href, children }: { href: Route; children: string }) {
  return (
    <ButtonLink size="sm" href={href} scroll={false}>
      {children}
    </ButtonLink>
  );
}
