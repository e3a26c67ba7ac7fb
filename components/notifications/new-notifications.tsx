"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowUp } from "lucide-react";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { NEWS_COUNTED } from "@/lib/notifications/constants";
import { newsOptions } from "@/lib/notifications/query-options";

type NewNotificationsProps = {
  topicId: string;
  /** The view, as the page's address holds it. */
  search: string;
  newest: string;
  /** The newest page of this view. */
  newestHref: Route;
  /** Nothing is shown, so that nobody is disturbed by what appears. */
  isEmpty: boolean;
};

/** Tells what has come since, and shows it when asked: what somebody reads does not move by itself. */
export function NewNotifications({ topicId, search, newest, newestHref, isEmpty }: NewNotificationsProps) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const { data } = useQuery(newsOptions(topicId, search, newest));
  const count = data?.count ?? 0;

  useEffect(() => {
    if (isEmpty && count > 0) router.refresh();
  }, [isEmpty, count, router]);

  const show = () =>
    startTransition(() => {
      router.push(newestHref);
      router.refresh();
    });
  const words = `${count >= NEWS_COUNTED ? `${NEWS_COUNTED}+` : count} new`;
  return (
    <>
      <span role="status" className="sr-only">
        {count > 0 && !isEmpty ? `${words} since this list was made` : ""}
      </span>
      {count > 0 && !isEmpty ? (
        <Button onClick={show} pending={isPending}>
          {isPending ? null : <ArrowUp aria-hidden />}
          {words}
        </Button>
      ) : null}
    </>
  );
}
