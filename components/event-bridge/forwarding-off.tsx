import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";

/** A rule finds nothing while no event is sent. */
export function ForwardingOff() {
  return (
    <Notice
      tone="info"
      action={
        <ButtonLink size="sm" href="/configuration/console-settings">
          Turn it on
        </ButtonLink>
      }
    >
      The console sends nothing to EventBridge yet. Rules can be made already; they match from when it does.
    </Notice>
  );
}
