import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { SelectionInput } from "@/lib/catalog";
import type { Protocol } from "@/lib/subscriptions/constants";
import { floodWarning } from "./flood-warning.ts";

type FloodNoticeProps = {
  protocol: Protocol;
  selection: SelectionInput;
  onChange: (selection: SelectionInput) => void;
};

/** Warns of a filter that would drown a mailbox, with the way out where there is one. */
export function FloodNotice({ protocol, selection, onChange }: FloodNoticeProps) {
  const warning = floodWarning(protocol, selection);
  return (
    <div role="status" className="empty:hidden">
      {warning ? (
        <Notice
          tone="warning"
          action={
            warning.remedy ? (
              <Button size="sm" onClick={() => onChange({ ...selection, results: warning.remedy ?? [] })}>
                Only problems
              </Button>
            ) : null
          }
        >
          {warning.message}
        </Notice>
      ) : null}
    </div>
  );
}
