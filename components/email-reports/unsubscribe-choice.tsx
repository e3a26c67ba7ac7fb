import { AuthLayout } from "@/components/layout/auth-layout";
import { Button } from "@/components/ui/button";

type UnsubscribeChoiceProps = {
  token: string;
  /** Null for a link of nobody's. */
  choice: { address: string; isUnsubscribed: boolean } | null;
};

/** Where a mail's link leads: to a button. Following a link alone does nothing, as scanners of mails follow them, too. */
export function UnsubscribeChoice({ token, choice }: UnsubscribeChoiceProps) {
  if (!choice)
    return (
      <AuthLayout title="This link is not valid">
        <p>
          It may have been cut off. Copy the whole link from the report, or ask whoever runs this console.
        </p>
      </AuthLayout>
    );
  const { address, isUnsubscribed } = choice;
  return (
    <AuthLayout
      title={isUnsubscribed ? "You get no more email reports" : "Unsubscribe from the email reports?"}
      description={<span className="wrap-anywhere">{address}</span>}
    >
      <form method="post" action={`/unsubscribe?${new URLSearchParams({ token })}`}>
        <input type="hidden" name="choice" value={isUnsubscribed ? "resubscribe" : "unsubscribe"} />
        <Button type="submit" variant={isUnsubscribed ? "secondary" : "primary"}>
          {isUnsubscribed ? "Get reports again" : "Unsubscribe"}
        </Button>
      </form>
    </AuthLayout>
  );
}
