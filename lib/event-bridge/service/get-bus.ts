import "server-only";
import type { AwsPorts, EventBus } from "@/lib/aws/ports";
import { AppError } from "@/lib/errors";

/**
 * The bus, known to exist: PutEvents accepts events for one that does not, and loses them without a word.
 * @throws AppError("not_found") with the remedy.
 */
export async function getBus(region: string, busName: string, aws: AwsPorts): Promise<EventBus> {
  const bus = await aws.events.findBus(region, busName);
  if (!bus)
    throw new AppError(
      "not_found",
      `There is no event bus "${busName}" in ${region}. EventBridge would accept events for it and lose them. Create the bus, or choose another one.`,
    );
  return bus;
}
