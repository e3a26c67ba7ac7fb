import type { LocalAws } from "../local-aws.ts";
import { ControlError, readObject } from "./input.ts";

const SETTINGS = { sandbox: "mailSandbox", paused: "mailPaused", suspended: "mailSuspended" } as const;

/** What keeps SES from sending, in every region. */
export function showSending({ store }: LocalAws) {
  const entries = Object.entries(SETTINGS).map(([name, setting]) => [
    name,
    store.settings.get(setting) === 1,
  ]);
  return Object.fromEntries(entries);
}

/** Sets what the body names and leaves the rest as it is. */
export function setSending(aws: LocalAws, body: string) {
  const changes = Object.entries(readObject(body)).map(([name, value]) => {
    const setting = Object.entries(SETTINGS).find(([known]) => known === name)?.[1];
    if (!setting)
      throw new ControlError(400, `${name} is not known; there are ${Object.keys(SETTINGS).join(", ")}.`);
    if (typeof value !== "boolean") throw new ControlError(400, `${name} must be true or false.`);
    return { setting, value };
  });
  for (const { setting, value } of changes) aws.store.settings.set(setting, value ? 1 : 0);
  return showSending(aws);
}
