"use client";

import { Send } from "lucide-react";
import dynamic from "next/dynamic";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { ButtonLink } from "@/components/ui/button-link";
import type { SendSampleOffer } from "@/lib/publish/loaders";
import { closedHref, openHref } from "./send-sample-href.ts";

const SendSampleDialog = dynamic(() => import("./send-sample-dialog.tsx").then((m) => m.SendSampleDialog));

/**
 * The button "Send a sample" and its dialog, which is open while the address says so. Nothing for whoever may not send
 * (`offer` is null).
 */
export function SendSample({ offer }: { offer: SendSampleOffer | null }) {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  if (!offer) return null;
  const query = new URLSearchParams(params);
  return (
    <>
      <ButtonLink href={openHref(pathname, query)} scroll={false}>
        <Send aria-hidden />
        Send a sample
      </ButtonLink>
      {query.get("dialog") === "send-sample" ? (
        <SendSampleDialog
          offer={offer}
          onClose={() => router.replace(closedHref(pathname, query), { scroll: false })}
        />
      ) : null}
    </>
  );
}
