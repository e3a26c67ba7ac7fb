"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { PlaceQuery } from "@/lib/recipients/schema";
import { coverageHref } from "./coverage-href.ts";

/** Asks for one bucket or one account instead of anywhere. */
export function CoveragePlaceForm({ topicId, query }: { topicId: string; query: PlaceQuery }) {
  const id = useId();
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const kind = query.account && !query.bucket ? "account" : "bucket";
  const value = query.bucket || query.account;

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const name = String(given.get("name") ?? "").trim();
    const place = given.get("kind") === "account" ? { account: name } : { bucket: name };
    startTransition(() => router.push(coverageHref(topicId, place), { scroll: false }));
  };

  return (
    <form
      onSubmit={onSubmit}
      aria-label="One bucket or account"
      className="flex flex-wrap items-center gap-2"
    >
      <label htmlFor={`${id}-kind`} className="sr-only">
        Bucket or account
      </label>
      <Select id={`${id}-kind`} name="kind" key={kind} defaultValue={kind} className="w-28">
        <option value="bucket">Bucket</option>
        <option value="account">Account</option>
      </Select>
      <label htmlFor={`${id}-name`} className="sr-only">
        Its name or number
      </label>
      <Input
        id={`${id}-name`}
        name="name"
        key={value}
        defaultValue={value}
        placeholder="Anywhere"
        maxLength={100}
        spellCheck={false}
        autoCapitalize="none"
        className="w-48! max-sm:flex-1"
      />
      <Button type="submit" pending={isPending}>
        Show
      </Button>
      {value ? (
        <ButtonLink href={coverageHref(topicId)} scroll={false} variant="ghost">
          Anywhere
        </ButtonLink>
      ) : null}
    </form>
  );
}
