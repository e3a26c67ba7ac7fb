import type { Metadata } from "next";
import { ComparedCard } from "@/components/notifications/compared-card";
import { DetailHeader } from "@/components/notifications/detail-header";
import { MessageCard } from "@/components/notifications/message-card";
import { NotKept } from "@/components/notifications/not-kept";
import { RawCard } from "@/components/notifications/raw-card";
import { ReceivedCard } from "@/components/recipients/received-card";
import { loadNotification } from "@/lib/notifications/loaders";
import { loadReceivedAnswer } from "@/lib/recipients/loaders";

export const metadata: Metadata = { title: "Notification" };

export default async function NotificationRoute({
  params,
  searchParams,
}: PageProps<"/monitoring/notifications/[id]">) {
  const detail = await loadNotification((await params).id, await searchParams);
  if (!detail) return <NotKept />;
  const answer = await loadReceivedAnswer(detail.row.id);
  return (
    <>
      <DetailHeader detail={detail} />
      <MessageCard detail={detail} />
      {answer ? <ReceivedCard id={detail.row.id} answer={answer} /> : null}
      <ComparedCard compared={detail.compared} />
      <RawCard detail={detail} />
    </>
  );
}
