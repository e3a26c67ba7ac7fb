import type { Route } from "next";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Dialog, DialogBody, DialogFooter } from "@/components/ui/dialog";
import type { SubscriptionDetail } from "@/lib/subscriptions/loaders";
import { dialogHref } from "../wizard/dialog-href.ts";
import { FixedFacts } from "./fixed-facts.tsx";

type UnknownFilterProps = { subscription: SubscriptionDetail; closeHref: Route; onClose: () => void };

/** In place of the editor while AWS does not tell what there is to edit. */
export function UnknownFilter({ subscription, closeHref, onClose }: UnknownFilterProps) {
  return (
    <Dialog title="This subscription cannot be edited yet" onClose={onClose}>
      <DialogBody className="grid grid-cols-1 content-start gap-4">
        <FixedFacts subscription={subscription} />
        <p>
          It was made elsewhere and is not confirmed. Until then AWS hides its ARN and its filter, so there is
          nothing to change: the filter stays as it is.
        </p>
        <p>Resend the confirmation: AWS then tells the ARN, and once it is confirmed it can be edited.</p>
      </DialogBody>
      <DialogFooter>
        <Button onClick={onClose}>Close</Button>
        <ButtonLink variant="primary" href={dialogHref(closeHref, "resend", subscription.id)} scroll={false}>
          Resend confirmation
        </ButtonLink>
      </DialogFooter>
    </Dialog>
  );
}
