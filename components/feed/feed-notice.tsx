import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { feedWords, needsAttention } from "@/lib/feed/feed-words";
import type { FeedView } from "@/lib/feed/loaders";
import { FEEDS_HREF, feedDialogHref } from "./feed-href.ts";

/** Says why what a topic carries does not arrive, and leads to the remedy; nothing while it does. */
export function FeedNotice({ feed, canChange }: { feed: FeedView; canChange: boolean }) {
  if (feed.state === "on" && !needsAttention(feed)) return null;
  const { label, tone, explanation } = feedWords(feed);
  return (
    <Notice
      tone={feed.state === "off" ? "info" : tone}
      title={feed.state === "off" ? "The feed of this topic is off" : `The feed of this topic: ${label}`}
      action={canChange ? <Remedy feed={feed} /> : undefined}
    >
      {explanation} {feed.details?.failure?.message}
      {canChange ? null : " Ask an administrator."}
    </Notice>
  );
}

function Remedy({ feed: { state, topic } }: { feed: FeedView }) {
  if (state === "off")
    return (
      <ButtonLink size="sm" href={feedDialogHref("feed-on", topic.id)}>
        Turn on
      </ButtonLink>
    );
  if (state === "lost")
    return (
      <ButtonLink size="sm" href={feedDialogHref("feed-repair", topic.id)}>
        Repair
      </ButtonLink>
    );
  return (
    <ButtonLink size="sm" href={FEEDS_HREF}>
      Show feeds
    </ButtonLink>
  );
}
