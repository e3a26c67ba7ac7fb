import "server-only";
import { liveAws } from "@/lib/aws/live";
import { readEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import type { Topic } from "@/lib/topics/queries";
import { judgePattern, sampleEvent } from "../judge-pattern.ts";
import { patternOfInput } from "../pattern-of-input.ts";
import type { PatternInput } from "../schema.ts";

type AskedTopic = Pick<Topic, "arn" | "region" | "accountId" | "products">;

/** What TestEventPattern said of the sample events. */
export type AwsVerdict = {
  tested: number;
  matched: number /** Titles of samples that AWS judged otherwise than the console. */;
  otherwise: string[];
};

/** TestEventPattern has a quota a second for each account. */
const AT_ONCE = 4;

/**
 * Lets EventBridge judge every sample event by the pattern of what was chosen, as the console did.
 * @throws AppError "invalid" without a pattern, or what AWS refused: the pattern, with its reason, among others.
 */
export async function askAws(topic: AskedTopic, input: PatternInput, aws = liveAws()): Promise<AwsVerdict> {
  const made = patternOfInput(topic.products, input);
  if (!made.ok) throw new AppError("invalid", made.reason);
  const { judged } = judgePattern(topic, made.policy, made.pattern);
  const region = readEnv().awsRegion;
  const verdicts: boolean[] = [];
  for (let from = 0; from < judged.length; from += AT_ONCE) {
    const some = judged.slice(from, from + AT_ONCE);
    const answers = some.map(({ sample }) =>
      aws.events.testPattern(region, made.json, JSON.stringify(sampleEvent(topic, sample))),
    );
    verdicts.push(...(await Promise.all(answers)));
  }
  return {
    tested: judged.length,
    matched: verdicts.filter(Boolean).length,
    otherwise: judged
      .filter(({ isDelivered }, index) => isDelivered !== verdicts[index])
      .map(({ sample }) => sample.title),
  };
}
