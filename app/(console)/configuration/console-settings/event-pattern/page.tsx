import type { Metadata } from "next";
import { ForwardingOff } from "@/components/event-bridge/forwarding-off";
import { NoTopic } from "@/components/event-bridge/no-topic";
import { PatternBuilder } from "@/components/event-bridge/pattern-builder";
import { RecipesCard } from "@/components/event-bridge/recipes-card";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { loadPatternBuilder } from "@/lib/event-bridge/loaders";

export const metadata: Metadata = { title: "Event patterns" };

export default async function EventPatternRoute({
  searchParams,
}: PageProps<"/configuration/console-settings/event-pattern">) {
  const view = await loadPatternBuilder(await searchParams);
  return (
    <>
      <PageHeader
        title="Event patterns and log groups"
        description="Choose notifications as in the wizard: the event pattern of a rule for them is made beside it, and on request the rule, with a log group."
        actions={<ButtonLink href="/configuration/console-settings">Console Settings</ButtonLink>}
      />
      {view ? (
        <>
          {view.enabled ? null : <ForwardingOff />}
          <PatternBuilder key={`${view.topic.id} ${view.start.of ?? ""}`} view={view} />
          <RecipesCard />
        </>
      ) : (
        <NoTopic />
      )}
    </>
  );
}
