import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Evidence } from "@/lib/subscriptions/evidence";
import { dialogHref } from "../wizard/dialog-href.ts";

type FellBackNoteProps = {
  id: string;
  /** Its confirmation can still be sent again. */
  isPending: boolean;
  flood: Evidence["flood"];
  closeHref: Route;
};

/** Why AWS put a confirmed subscription back to pending, as far as what was received tells. */
export function FellBackNote({ id, isPending, flood, closeHref }: FellBackNoteProps) {
  return (
    <Notice
      tone="negative"
      title="AWS put it back to pending: too many mails a second"
      action={
        isPending ? (
          <ButtonLink size="sm" href={dialogHref(closeHref, "resend", id)} scroll={false}>
            Resend confirmation
          </ButtonLink>
        ) : null
      }
    >
      <p>
        AWS does this above 10 mails a second. Narrow the filter first, or it happens again; then have it
        confirmed again.
      </p>
      {flood ? (
        <p>
          On the day before, its filter let pass up to {flood.perSecond} within one second,{" "}
          <RelativeTime at={flood.at} />.
        </p>
      ) : null}
    </Notice>
  );
}
