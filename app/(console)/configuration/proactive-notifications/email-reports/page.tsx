import type { Metadata } from "next";
import { PreviewCard } from "@/components/email-reports/preview-card";
import { ReportsForm } from "@/components/email-reports/reports-form";
import { ReportsHeader } from "@/components/email-reports/reports-header";
import { RunsCard } from "@/components/email-reports/runs-card";
import { UnsubscribedCard } from "@/components/email-reports/unsubscribed-card";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { loadEmailReports } from "@/lib/email-reports/loaders";

export const metadata: Metadata = { title: "Email Reports" };

export default async function EmailReportsRoute() {
  const page = await loadEmailReports();
  const { settings, version, zones, region, ownAddress, canChange } = page;
  return (
    <>
      <ReportsHeader />
      {page.hasFeed ? null : (
        <Notice
          tone="warning"
          title="Nothing arrives of which a report could tell"
          action={
            <ButtonLink size="sm" href="/configuration/console-settings#feeds">
              Turn a feed on
            </ButtonLink>
          }
        >
          A report tells what the console receives, and no topic&apos;s feed is on.
        </Notice>
      )}
      {canChange ? null : (
        <Notice tone="neutral">Your role may look at the email reports, not change them.</Notice>
      )}
      <Card title="Email Reports" description={page.next}>
        {/* what somebody else saved begins the form anew */}
        <ReportsForm key={version} {...{ settings, version, zones, region, ownAddress, canChange }} />
      </Card>
      <PreviewCard key={`${version} ${page.yesterday}`} yesterday={page.yesterday} version={version} />
      <RunsCard runs={page.runs} canChange={canChange} />
      <UnsubscribedCard unsubscribed={page.unsubscribed} canChange={canChange} />
    </>
  );
}
