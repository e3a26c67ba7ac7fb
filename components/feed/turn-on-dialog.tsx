"use client";

import { FormError } from "@/components/forms/form-error";
import { RadioCardsField } from "@/components/forms/radio-cards-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogFooter } from "@/components/ui/dialog";
import { useFlash } from "@/components/ui/flash";
import { enableFeedAction } from "@/lib/feed/actions";
import type { FeedView } from "@/lib/feed/loaders";
import { type EnableFeedInput, enableFeedSchema } from "@/lib/feed/schema";
import { onWords } from "./on-words.ts";

type TurnOnDialogProps = { feed: FeedView; onClose: () => void };

/** Turns a feed on, and asks which way notifications come. */
export function TurnOnDialog({ feed: { topic }, onClose }: TurnOnDialogProps) {
  const flash = useFlash();
  const defaultValues: EnableFeedInput = { topicId: topic.id, transport: "sqs" };
  const form = useActionForm({
    schema: enableFeedSchema,
    action: enableFeedAction,
    defaultValues,
    onDone: ({ state }) => {
      flash(onWords(topic.name, state));
      onClose();
    },
  });
  return (
    <Dialog title={`Turn on the feed of ${topic.name}`} onClose={onClose} size="small">
      <form className="contents" onSubmit={form.submit} noValidate>
        <DialogBody className="grid content-start gap-4">
          <FormError form={form} />
          <p>
            From then on the console receives and keeps what the topic carries. Whoever else is subscribed
            gets what they get now.
          </p>
          <RadioCardsField
            form={form}
            name="transport"
            legend="How notifications reach the console"
            items={[
              {
                value: "sqs",
                label: "Through a queue",
                description:
                  "The console makes an SQS queue and a dead-letter queue in its AWS account. What is published while the console is down waits there for up to 14 days.",
              },
              {
                value: "https",
                label: "Posted by HTTPS",
                description:
                  "For networks without SQS. SNS must be able to reach the console's address, and gives up after about an hour in which it cannot.",
              },
            ]}
          />
        </DialogBody>
        <DialogFooter>
          <Button onClick={onClose}>Cancel</Button>
          <SubmitButton form={form}>Turn on</SubmitButton>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
