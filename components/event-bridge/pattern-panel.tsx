"use client";

import { SampleList } from "@/components/filter-policy/sample-verdicts";
import type { SentencePart } from "@/components/filter-policy/selection-sentence";
import { Card } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import { Notice } from "@/components/ui/notice";
import type { PatternOf } from "@/lib/event-bridge/filter-to-pattern";
import { judgePattern } from "@/lib/event-bridge/judge-pattern";
import type { PatternBuilder } from "@/lib/event-bridge/loaders";
import type { PatternInput } from "@/lib/event-bridge/schema";
import { AwsTest } from "./aws-test.tsx";

type PatternPanelProps = {
  topic: PatternBuilder["topic"];
  /** Undefined while nothing is chosen. */
  made: PatternOf | undefined;
  input: PatternInput;
  sentence: readonly SentencePart[];
};

/** The event pattern of what is chosen, and which sample events it lets through. */
export function PatternPanel({ topic, made, input, sentence }: PatternPanelProps) {
  return (
    <Card title="Event pattern" description="For a rule on the event bus">
      <div className="grid grid-cols-1 gap-4">
        {sentence.length > 0 ? (
          <p className="text-pretty">{sentence.map(({ text }) => text).join("")}</p>
        ) : null}
        {made === undefined ? (
          <p className="text-muted">
            Choose a notification type. The pattern that a rule needs appears here.
          </p>
        ) : null}
        {made?.ok === false ? (
          <Notice tone="negative" title="No pattern yet">
            {made.reason}
          </Notice>
        ) : null}
        {made?.ok ? (
          <>
            <CodeBlock label="Pattern JSON" code={JSON.stringify(JSON.parse(made.json), null, 2)} />
            {made.warnings.map((warning) => (
              <Notice key={warning} tone="warning">
                {warning}
              </Notice>
            ))}
            <section className="min-w-0">
              <h3 className="mb-1.5 text-sm font-medium text-muted">Sample events</h3>
              <SampleList {...judgePattern(topic, made.policy, made.pattern)} />
            </section>
            <AwsTest key={made.json} topicId={topic.id} input={input} />
          </>
        ) : null}
      </div>
    </Card>
  );
}
