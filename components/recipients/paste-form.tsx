"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { describeField, Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { keepMessageAction } from "@/lib/recipients/actions";
import { LINKED_MESSAGE_LENGTH } from "@/lib/recipients/constants";
import type { SimulationQuery } from "@/lib/recipients/schema";
import { questionHref } from "./simulate-href.ts";

type PasteFormProps = {
  topicId: string;
  query: SimulationQuery;
  text: string;
  /** Why the text in the URL is no message. */
  problem: string | undefined;
};

/** Asks about a message of one's own. A short one becomes part of the link; a long one the console keeps. */
export function PasteForm({ topicId, query, text, problem }: PasteFormProps) {
  const id = useId();
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [refusal, setRefusal] = useState<string>();
  const described = {
    id,
    hint: "A notification as your endpoint received it, an EventBridge or Lambda event, attributes, or attributes and a body.",
    error: refusal ?? problem,
  };

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const message = String(new FormData(event.currentTarget).get("message") ?? "").trim();
    if (message === "") return setRefusal("Paste a message first.");
    startTransition(async () => {
      const asked = await linked(message);
      if ("refusal" in asked) return setRefusal(asked.refusal);
      setRefusal(undefined);
      const change = {
        mode: "paste" as const,
        sample: "",
        bucket: "",
        account: "",
        message: "",
        kept: "",
        ...asked,
      };
      router.push(questionHref(topicId, query, change), { scroll: false });
    });
  };

  return (
    <form onSubmit={onSubmit} className="grid gap-3">
      <Field label="Message as JSON" {...described}>
        <Textarea
          {...describeField(described)}
          name="message"
          mono
          rows={12}
          key={text}
          defaultValue={text}
        />
      </Field>
      <Button
        type="submit"
        variant="primary"
        pending={isPending}
        className="justify-self-start max-sm:w-full"
      >
        Ask
      </Button>
    </form>
  );
}

async function linked(
  message: string,
): Promise<{ message: string } | { kept: string } | { refusal: string }> {
  if (encodeURIComponent(message).length <= LINKED_MESSAGE_LENGTH) return { message };
  const result = await keepMessageAction({ text: message });
  if (result.ok) return { kept: result.data.kept };
  return { refusal: result.error.fieldErrors?.text?.[0] ?? result.error.message };
}
