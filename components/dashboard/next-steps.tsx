import clsx from "clsx";
import { Check } from "lucide-react";
import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import type { SetUp, SetUpStep } from "@/lib/dashboard/next-step";
import { subscriptionsHref } from "./subscriptions-href.ts";

type NextStepsProps = {
  setUp: SetUp;
  /** The topic that the later steps begin with. */
  topicId: string | undefined;
  /** Where mails land while the embedded AWS is in use. */
  inboxHref: Route | undefined;
};

type Step = { id: SetUpStep; title: string; text: string; action: { label: string; href: Route } };

function stepsFor({ topicId, inboxHref }: NextStepsProps): readonly Step[] {
  const turnOn = topicId ? `/configuration/console-settings?dialog=feed-on&id=${topicId}` : "/setup/topics";
  const pending = topicId ? subscriptionsHref(topicId, { status: ["pending", "creating"] }) : "/setup/topics";
  return [
    {
      id: "choose-topics",
      title: "Choose topics",
      text: "Say to which SNS topics the products publish their notifications.",
      action: { label: "Choose topics", href: "/setup/topics" },
    },
    {
      id: "add-subscription",
      title: "Add a subscription",
      text: "Choose what to be notified of, such as infected files, and where to: e-mail, HTTPS, SQS and more.",
      action: {
        label: "Add Subscription",
        href: topicId ? subscriptionsHref(topicId, { dialog: "add" }) : "/setup/topics",
      },
    },
    {
      id: "confirm",
      title: "Confirm it",
      text: "AWS sends a confirmation message to the endpoint. Nothing is delivered until its link is followed.",
      action: inboxHref
        ? { label: "Open the inbox", href: inboxHref }
        : { label: "Show what is pending", href: pending },
    },
    {
      id: "turn-feed-on",
      title: "Keep a history",
      text: "Turn on the console's own feed, so that what the topic carries is kept, searched and forwarded.",
      // a query on an existing page
      action: { label: "Turn the feed on", href: turnOn as Route },
    },
  ];
}

/** The way from a fresh console to the first delivered notification. */
export function NextSteps(props: NextStepsProps) {
  const steps = stepsFor(props);
  const { current, done } = props.setUp;
  return (
    <Card title="Next steps" description="From the first notification to a history of all of them." flush>
      <ol className="divide-y">
        {steps.map((step, index) => {
          const isCurrent = step.id === current;
          const isDone = done.includes(step.id);
          return (
            <li
              key={step.id}
              aria-current={isCurrent ? "step" : undefined}
              className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3"
            >
              <StepMark index={index} isDone={isDone} isCurrent={isCurrent} />
              <div className="min-w-0 flex-1 basis-52">
                <h3 className={clsx("font-medium", !isCurrent && !isDone && "text-muted")}>
                  {step.title}
                  {isDone ? <span className="sr-only"> (done)</span> : null}
                </h3>
                <p className="text-sm text-pretty text-muted">{step.text}</p>
              </div>
              {isCurrent ? (
                <ButtonLink variant="primary" href={step.action.href}>
                  {step.action.label}
                </ButtonLink>
              ) : null}
            </li>
          );
        })}
      </ol>
    </Card>
  );
}

function StepMark({ index, isDone, isCurrent }: { index: number; isDone: boolean; isCurrent: boolean }) {
  return (
    <span
      aria-hidden
      className={clsx(
        "inline-flex size-6 shrink-0 items-center justify-center rounded-full text-sm font-semibold",
        isDone
          ? "bg-positive-soft text-positive"
          : isCurrent
            ? "bg-fill text-on-fill"
            : "bg-neutral-soft text-muted",
      )}
    >
      {isDone ? <Check className="size-4" /> : index + 1}
    </span>
  );
}
