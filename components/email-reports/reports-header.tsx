import { PAGE_TITLE } from "@/components/subscriptions/page-words";
import { SectionTabs } from "@/components/subscriptions/section-tabs";
import { PageHeader } from "@/components/ui/page-header";

export function ReportsHeader() {
  return (
    <>
      <PageHeader
        title={PAGE_TITLE}
        description="A daily summary of recently found threats, sent to inboxes."
      />
      <SectionTabs />
    </>
  );
}
