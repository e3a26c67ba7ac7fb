"use client";

import { useSyncExternalStore } from "react";
import { BULK_AT_MOST } from "@/lib/subscriptions/constants";

/** The ids of the rows that are ticked in this tab, by topic: they outlive paging, sorting, searching and a reload. */
const pickedByTopic = new Map<string, ReadonlySet<string>>();
const listeners = new Set<() => void>();
const none: ReadonlySet<string> = new Set();

const storageKey = (topicId: string) => `picked-subscriptions:${topicId}`;

/** What is picked on a topic now. */
export function pickedOn(topicId: string): ReadonlySet<string> {
  const known = pickedByTopic.get(topicId) ?? stored(topicId);
  pickedByTopic.set(topicId, known);
  return known;
}

/** Adds rows, up to as many as can be handled together. */
export function pick(topicId: string, ids: Iterable<string>) {
  save(topicId, new Set([...pickedOn(topicId), ...ids].slice(0, BULK_AT_MOST)));
}

export function unpick(topicId: string, ids: Iterable<string>) {
  const left = new Set(pickedOn(topicId));
  for (const id of ids) left.delete(id);
  save(topicId, left);
}

/** Forgets a row that left the list, whichever topic it was on. */
export function forgetPicked(id: string) {
  for (const [topicId, ids] of pickedByTopic) if (ids.has(id)) unpick(topicId, [id]);
}

export function unpickAll(topicId: string) {
  save(topicId, none);
}

/** A browser may forbid storage altogether: then what is picked lasts until the page is loaded anew. */
function stored(topicId: string): ReadonlySet<string> {
  try {
    const ids: unknown = JSON.parse(sessionStorage.getItem(storageKey(topicId)) ?? "[]");
    return new Set(Array.isArray(ids) ? ids.filter((id) => typeof id === "string") : []);
  } catch {
    return none;
  }
}

function save(topicId: string, ids: ReadonlySet<string>) {
  pickedByTopic.set(topicId, ids);
  for (const listener of listeners) listener();
  try {
    sessionStorage.setItem(storageKey(topicId), JSON.stringify([...ids]));
  } catch {
    return;
  }
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** What is picked on a topic; nothing while the server renders. */
export function usePicked(topicId: string): ReadonlySet<string> {
  return useSyncExternalStore(
    subscribe,
    () => pickedOn(topicId),
    () => none,
  );
}

/** Whether one row is picked: renders anew only when that changes. */
export function useIsPicked(topicId: string, id: string): boolean {
  return useSyncExternalStore(
    subscribe,
    () => pickedOn(topicId).has(id),
    () => false,
  );
}
