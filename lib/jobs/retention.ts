import "server-only";
import { cleanStep } from "@/lib/notifications/service/retention";
import type { Step } from "./loop.ts";

/** Between two steps others may write. */
const BREATH_MS = 50;
const REST_MS = 60_000;

/** Deletes what outlived its retention, a little at a time. */
export const retentionStep: Step = async () => {
  const { more } = cleanStep(new Date());
  return { restMs: more ? BREATH_MS : REST_MS };
};
