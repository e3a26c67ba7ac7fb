"use client";

import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import type { SendSampleOffer } from "@/lib/publish/loaders";
import { SampleSent } from "./sample-sent.tsx";
import { SendSampleForm } from "./send-sample-form.tsx";

/** Chooses a sample, shows who will get it, sends it, and watches it arrive. */
export function SendSampleDialog({ offer, onClose }: { offer: SendSampleOffer; onClose: () => void }) {
  const [messageId, setMessageId] = useState<string>();
  const { topic } = offer;
  return (
    <Dialog title="Send a sample" description={`To ${topic.name}, marked as a drill.`} onClose={onClose}>
      {messageId === undefined ? (
        <SendSampleForm topic={topic} onSent={setMessageId} onCancel={onClose} />
      ) : (
        <SampleSent
          topicId={topic.id}
          messageId={messageId}
          isReceiving={offer.isReceiving}
          onAgain={() => setMessageId(undefined)}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}
