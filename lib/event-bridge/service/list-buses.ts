import "server-only";
import { liveAws } from "@/lib/aws/live";
import { readEnv } from "@/lib/env";

const MAX = 500;

/** The names of the event buses in the console's region. @throws AppError what AWS refused. */
export async function listBusNames(aws = liveAws()): Promise<string[]> {
  const names: string[] = [];
  for await (const page of aws.events.listBuses(readEnv().awsRegion)) {
    names.push(...page.map(({ name }) => name));
    if (names.length >= MAX) break;
  }
  return names.slice(0, MAX);
}
