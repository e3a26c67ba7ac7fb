import type { Metadata } from "next";
import { NoTopic } from "@/components/notifications/history-states";
import { SampleCard } from "@/components/notifications/sample-card";
import { SampleList } from "@/components/notifications/sample-list";
import { PageHeader } from "@/components/ui/page-header";
import { loadSamples } from "@/lib/notifications/loaders";

export const metadata: Metadata = { title: "Samples" };

export default async function SamplesRoute({ searchParams }: PageProps<"/monitoring/notifications/samples">) {
  const page = await loadSamples(await searchParams);
  if (!page) return <NoTopic />;
  return (
    <>
      <PageHeader
        title="Samples"
        description={`One message of every type and result that ${page.topic.name} carries, as each kind of receiver gets it.`}
      />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[17rem_minmax(0,1fr)]">
        <SampleList page={page} />
        <SampleCard page={page} />
      </div>
    </>
  );
}
