import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { SubscriptionDetail } from "@/lib/subscriptions/loaders";

type ChangedMeanwhileProps = {
  /** As it is now. */
  subscription: SubscriptionDetail;
  onTakeOver: () => void;
  onKeepMine: () => void;
};

/** Somebody else changed what is being edited: shows what it holds now and lets the administrator decide. */
export function ChangedMeanwhile({ subscription, onTakeOver, onKeepMine }: ChangedMeanwhileProps) {
  const { typesText, summary, rawDelivery, deadLetterQueueArn } = subscription;
  return (
    <Notice role="alert" tone="warning" title="This subscription was changed while you were editing">
      <p>
        It now holds: {typesText}: {summary}. Raw message delivery is {rawDelivery ? "on" : "off"},
        dead-letter queue: {deadLetterQueueArn ?? "none"}.
      </p>
      <div className="mt-2 mb-1 flex flex-wrap gap-2">
        <Button size="sm" onClick={onTakeOver}>
          Discard mine and load it
        </Button>
        <Button size="sm" onClick={onKeepMine}>
          Keep mine and replace it
        </Button>
      </div>
    </Notice>
  );
}
