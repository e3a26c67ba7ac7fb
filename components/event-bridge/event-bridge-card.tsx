import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import type { EventBridgeCard as EventBridgeCardView } from "@/lib/event-bridge/loaders";
import { Counters } from "./counters.tsx";
import { FailedForwards } from "./failed-forwards.tsx";
import { patternHref } from "./pattern-href.ts";
import { SettingsForm } from "./settings-form.tsx";
import { TestEventButton } from "./test-event-button.tsx";

/** Whether every notification goes on to an event bus, how that fares, and what to do with what did not get there. */
export function EventBridgeCard({ card }: { card: EventBridgeCardView }) {
  const { enabled, busName, version, region, forwards, failed, hasFeed } = card;
  const { waiting } = forwards;
  const counters = {
    ...forwards,
    lastSentAt: forwards.lastSentAt?.toISOString() ?? null,
    trouble: forwards.trouble && {
      ...forwards.trouble,
      since: forwards.trouble.since?.toISOString() ?? null,
    },
  };
  return (
    <Card
      title="AWS EventBridge Proactive Notifications"
      description={`Sends every notification that the console receives on to an event bus in ${region}.`}
      actions={
        <div className="flex flex-wrap gap-2">
          <TestEventButton />
          <ButtonLink size="sm" href={patternHref()}>
            Event patterns and log groups
          </ButtonLink>
        </div>
      }
    >
      <div className="grid grid-cols-1 gap-5">
        {enabled && !hasFeed ? (
          <Notice
            tone="warning"
            title="Nothing arrives that could be sent on"
            action={
              <ButtonLink size="sm" href="#feeds">
                Turn a feed on
              </ButtonLink>
            }
          >
            EventBridge gets what the console receives, and no topic&apos;s feed is on.
          </Notice>
        ) : null}
        {/* what somebody else saved begins the form anew */}
        <SettingsForm key={version} enabled={enabled} busName={busName} version={version} region={region} />
        <Counters key={`${enabled} ${busName}`} enabled={enabled} initial={counters} />
        <FailedForwards failed={failed} total={forwards.failed} waitingWhileOff={enabled ? 0 : waiting} />
        <p className="text-sm text-pretty text-muted">
          Events are sent whether or not anybody is subscribed. The product&apos;s own console sends a type of
          notification only while some subscription of the topic takes it.
        </p>
      </div>
    </Card>
  );
}
