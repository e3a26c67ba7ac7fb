"use client";

import { CirclePause } from "lucide-react";
import type { Route } from "next";
import { type ReactNode, useId } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Dialog, DialogBody, DialogFooter } from "@/components/ui/dialog";
import { Status } from "@/components/ui/status";
import { repairSubscriptionAction } from "@/lib/subscriptions/actions";
import type { Evidence } from "@/lib/subscriptions/evidence";
import type { VerdictDetail } from "@/lib/subscriptions/verdict-view";
import { verdictWords } from "@/lib/subscriptions/verdict-words";
import { dialogHref } from "../wizard/dialog-href.ts";
import { ActionFailure } from "./action-failure.tsx";
import { AttentionNotes } from "./attention-notes.tsx";
import type { DialogProps } from "./dialog-props.ts";
import { Findings } from "./findings.tsx";
import { RepairOffer } from "./repair-offer.tsx";
import { SubscriptionFacts } from "./subscription-facts.tsx";
import { TypesVerdicts } from "./types-verdict.tsx";
import { UnseenHints } from "./unseen-hints.tsx";
import { useDialogAction } from "./use-dialog-action.ts";

type VerdictDialogProps = DialogProps & { detail: VerdictDetail; evidence: Evidence; closeHref: Route };

/** Why a filter is judged as it is, what it means for every type, and the repair where one suggests itself. */
export function VerdictDialog(props: VerdictDialogProps) {
  const { subscription, detail, evidence, closeHref, onClose } = props;
  const { id, endpoint, version, pausedAt } = subscription;
  const { kind, sentence, findings, types, repair } = detail;
  const { pending, error, run } = useDialogAction({
    action: repairSubscriptionAction,
    done: {
      tone: "positive",
      text: `The filter of ${endpoint} is repaired. It can take up to 15 minutes until AWS delivers by it everywhere.`,
    },
    onClose,
  });
  const { label, tone } = verdictWords(kind);
  return (
    <Dialog title="Why this verdict" onClose={onClose}>
      <DialogBody className="grid grid-cols-1 content-start gap-5">
        <ActionFailure error={error} />
        <SubscriptionFacts subscription={subscription} />
        <div className="grid gap-1">
          <Status tone={tone} {...(kind === "paused" && { icon: CirclePause })}>
            {label}
          </Status>
          {findings.length === 0 ? <p className="text-pretty wrap-anywhere">{sentence}</p> : null}
        </div>
        <AttentionNotes subscription={subscription} flood={evidence.flood} closeHref={closeHref} />
        {findings.length > 0 ? (
          <Part title="What was found">
            <Findings findings={findings} />
          </Part>
        ) : null}
        {evidence.unseen.length > 0 ? (
          <Part title="Never seen on this topic">
            <UnseenHints unseen={evidence.unseen} />
          </Part>
        ) : null}
        {repair ? (
          <Part title="Suggested repair">
            <RepairOffer repair={repair} />
          </Part>
        ) : null}
        {types.length > 0 ? (
          <Part title={pausedAt ? "By notification type, once it resumes" : "By notification type"}>
            <TypesVerdicts types={types} />
          </Part>
        ) : null}
      </DialogBody>
      <DialogFooter>
        <Button onClick={onClose}>Close</Button>
        {repair ? (
          <>
            <ButtonLink href={dialogHref(closeHref, "edit", id)} scroll={false}>
              Edit
            </ButtonLink>
            <Button
              variant="primary"
              pending={pending}
              onClick={() => run({ id, version, text: repair.text })}
            >
              Apply this repair
            </Button>
          </>
        ) : null}
      </DialogFooter>
    </Dialog>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid min-w-0 grid-cols-1 gap-2">
      <h3 id={id} className="font-semibold">
        {title}
      </h3>
      {children}
    </section>
  );
}
