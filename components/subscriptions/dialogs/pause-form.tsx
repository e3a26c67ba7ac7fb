"use client";

import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogFooter } from "@/components/ui/dialog";
import { describeField, Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioCards } from "@/components/ui/radio-cards";
import { pauseSubscriptionAction } from "@/lib/subscriptions/actions";
import { ActionFailure } from "./action-failure.tsx";
import type { LossDialogProps } from "./dialog-props.ts";
import { Losses } from "./losses.tsx";
import { localMinute, PAUSE_CHOICES, type PauseChoice, pauseUntil } from "./pause-until.ts";
import { SubscriptionFacts } from "./subscription-facts.tsx";
import { useDialogAction } from "./use-dialog-action.ts";

const DAY_MS = 24 * 3_600_000;

export function PauseForm({ subscription, losses, onClose }: LossDialogProps) {
  const { id, endpoint } = subscription;
  const fieldId = useId();
  const [choice, setChoice] = useState<PauseChoice>("open");
  const [local, setLocal] = useState(() => localMinute(new Date(Date.now() + DAY_MS)));
  const [problem, setProblem] = useState<string>();
  const { pending, error, run } = useDialogAction({
    action: pauseSubscriptionAction,
    done: {
      tone: "info",
      text: `${endpoint} is paused. It can take up to 15 minutes until AWS delivers nothing to it any more.`,
    },
    onClose,
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const until = pauseUntil(choice, local, new Date());
    if (until === undefined) return setProblem("Enter a date and a time that are still to come.");
    setProblem(undefined);
    if (!pending) run({ id, until });
  };
  const field = {
    id: `${fieldId}-until`,
    hint: `Your time zone: ${Intl.DateTimeFormat().resolvedOptions().timeZone}`,
    error: problem,
  };

  return (
    <Dialog title="Pause delivery" onClose={onClose}>
      <form className="contents" onSubmit={submit} noValidate>
        <DialogBody className="grid content-start gap-4">
          <ActionFailure error={error} />
          <SubscriptionFacts subscription={subscription} />
          <p>
            AWS delivers nothing to this endpoint while it is paused; what is published meanwhile is not
            delivered afterwards. The subscription stays confirmed, so nobody has to confirm again. AWS can
            take up to 15 minutes to stop and to begin again.
          </p>
          <Losses title="While it is paused" sentences={losses} />
          <RadioCards
            id={fieldId}
            name="until"
            legend="How long"
            columns={2}
            items={PAUSE_CHOICES}
            value={choice}
            onValueChange={(value) => {
              setChoice(PAUSE_CHOICES.find((each) => each.value === value)?.value ?? "open");
              setProblem(undefined);
            }}
          />
          {choice === "time" ? (
            <Field {...field} label="Resume at">
              <Input
                {...describeField(field)}
                type="datetime-local"
                value={local}
                onChange={(event) => setLocal(event.target.value)}
              />
            </Field>
          ) : null}
        </DialogBody>
        <DialogFooter>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={pending}>
            Pause
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
