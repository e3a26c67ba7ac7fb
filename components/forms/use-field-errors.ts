"use client";

import { type FieldValues, get, type Path, useFormState } from "react-hook-form";
import type { ActionForm } from "./use-action-form.ts";

type FieldErrors = {
  /** What is wrong with the field as a whole. */
  message: string | undefined;
  /** What is wrong with single values of a list, by index. */
  items: Readonly<Record<number, string>>;
};

/** The errors of one field, kept up to date. */
export function useFieldErrors<Input extends FieldValues>(
  { form }: ActionForm<Input>,
  name: Path<Input>,
): FieldErrors {
  const { errors } = useFormState({ control: form.control, name });
  const error: unknown = get(errors, name);
  return { message: messageOf(error) ?? messageOf(get(errors, `${name}.root`)), items: itemMessages(error) };
}

function messageOf(error: unknown) {
  if (typeof error !== "object" || error === null || !("message" in error)) return undefined;
  return typeof error.message === "string" && error.message ? error.message : undefined;
}

function itemMessages(error: unknown) {
  if (!Array.isArray(error)) return {};
  const found = error.map((item, index) => [index, messageOf(item)] as const);
  return Object.fromEntries(found.filter((entry): entry is [number, string] => entry[1] !== undefined));
}
