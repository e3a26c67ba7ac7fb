"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState, useTransition } from "react";
import { useFlash } from "@/components/ui/flash";
import { refreshTopicAction } from "@/lib/subscriptions/actions";
import { failureOf } from "./failure-of.ts";
import { refreshWords } from "./refresh-words.ts";

/** What AWS refused or did not answer stays with the topic, and the page's banner tells it. */
const toldByBanner = ["unavailable", "upstream"];
const outcomeShownMs = 15_000;

/**
 * Asks AWS for the topic's present state; for a while `outcome` says what that brought, as a short text. Scroll and
 * focus stay where they are.
 */
export function useRefresh(topicId: string) {
  const router = useRouter();
  const flash = useFlash();
  const [pending, startTransition] = useTransition();
  const [outcome, setOutcome] = useState<{ ok: boolean; text: string; at: Date }>();

  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(undefined), outcomeShownMs);
    return () => clearTimeout(timer);
  }, [outcome]);

  const run = () =>
    startTransition(async () => {
      const result = await refreshTopicAction({ topicId }).catch(failureOf);
      const at = new Date();
      if (result.ok) return setOutcome({ ok: true, text: refreshWords(result.data), at });
      setOutcome({ ok: false, text: "Could not refresh", at });
      if (toldByBanner.includes(result.error.code)) router.refresh();
      else flash({ tone: "negative", text: result.error.message });
    });

  return { pending, outcome, run };
}
