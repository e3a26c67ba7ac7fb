import "server-only";
import { liveAws } from "@/lib/aws/live";
import { readEnv } from "@/lib/env";
import type { Sending } from "../sending-problems.ts";

/** What SES says now of the account and its identities. @throws AppError as the ports do. */
export async function askSending(aws = liveAws()): Promise<Sending> {
  const region = readEnv().awsRegion;
  const [account, identities] = await Promise.all([
    aws.ses.getAccount(region),
    aws.ses.listIdentities(region),
  ]);
  return { region, account, identities };
}
