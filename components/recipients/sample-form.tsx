"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { describeField, Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { SampleGroup } from "@/lib/recipients/question";
import type { SimulationQuery } from "@/lib/recipients/schema";
import { questionHref } from "./simulate-href.ts";

type SampleFormProps = {
  topicId: string;
  query: SimulationQuery;
  sampleId: string;
  choices: readonly SampleGroup[];
  /** Where the sample happened unless another place is given. */
  place: { bucket: string | undefined; accountId: string | undefined };
};

/** Chooses a message of the catalog, and where it happened. Another sample is asked about at once. */
export function SampleForm({ topicId, query, sampleId, choices, place }: SampleFormProps) {
  const id = useId();
  const router = useRouter();
  const [isPending, startTransition] = useTransition();

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const text = (name: string) => String(given.get(name) ?? "").trim();
    const change = { sample: text("sample"), bucket: text("bucket"), account: text("account") };
    startTransition(() => router.push(questionHref(topicId, query, change), { scroll: false }));
  };

  return (
    <form
      onSubmit={onSubmit}
      className="grid grid-cols-1 items-end gap-3 sm:grid-cols-2 lg:grid-cols-[minmax(0,2fr)_minmax(0,1.4fr)_minmax(0,1fr)_auto]"
    >
      <Field id={`${id}-sample`} label="Message" className="min-w-0 sm:col-span-2 lg:col-span-1">
        <Select
          {...describeField({ id: `${id}-sample` })}
          name="sample"
          key={sampleId}
          defaultValue={sampleId}
          onChange={(event) => event.currentTarget.form?.requestSubmit()}
        >
          {choices.map((group) => (
            <optgroup key={group.label} label={group.label}>
              {group.samples.map((sample) => (
                <option key={sample.id} value={sample.id}>
                  {sample.title}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
      </Field>
      <Field id={`${id}-bucket`} label="Bucket" className="min-w-0">
        <Input
          {...describeField({ id: `${id}-bucket` })}
          name="bucket"
          key={query.bucket}
          defaultValue={query.bucket}
          placeholder={place.bucket ?? "Names none"}
          maxLength={100}
          spellCheck={false}
          autoCapitalize="none"
        />
      </Field>
      <Field id={`${id}-account`} label="Account" className="min-w-0">
        <Input
          {...describeField({ id: `${id}-account` })}
          name="account"
          key={query.account}
          defaultValue={query.account}
          placeholder={place.accountId ?? "Names none"}
          maxLength={100}
          inputMode="numeric"
        />
      </Field>
      <Button type="submit" variant="primary" pending={isPending} className="sm:col-span-2 lg:col-span-1">
        Ask
      </Button>
    </form>
  );
}
