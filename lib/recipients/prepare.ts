import "server-only";
import { listTopics } from "@/lib/topics/queries";
import { KEPT_TOPICS } from "./constants.ts";
import { prepareRoster } from "./roster.ts";

let preparing: Promise<void> | undefined;

/** Makes the rosters of as many topics as are kept ready to be asked. Whoever calls meanwhile gets the same run. */
export function prepareAllRosters(): Promise<void> {
  preparing ??= prepare().finally(() => {
    preparing = undefined;
  });
  return preparing;
}

async function prepare(): Promise<void> {
  for (const { id } of listTopics().slice(0, KEPT_TOPICS)) await prepareRoster(id);
}
