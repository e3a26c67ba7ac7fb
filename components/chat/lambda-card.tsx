import { Download } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { ChatPage } from "@/lib/chat/loaders";

type LambdaCardProps = { page: Pick<ChatPage, "topic" | "channels"> };

/** The same without this console, for those who prefer it. */
export function LambdaCard({ page: { topic, channels } }: LambdaCardProps) {
  return (
    <Card
      title="Prefer Lambda or Amazon Q?"
      description="The same set-up in your own AWS account, which goes on without this console."
    >
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-2 lg:gap-8">
        <section className="grid grid-cols-1 content-start gap-3">
          <h3 className="font-semibold">A Lambda function</h3>
          <p className="text-pretty">
            The template makes a function that posts one line per notification, keeps the webhook in Secrets
            Manager, subscribes the function with a filter, and keeps what could not be delivered in a queue.
            It does not fold floods or switch itself off.
          </p>
          <form
            action={`/api/topics/${encodeURIComponent(topic.id)}/lambda-template`}
            className="flex flex-wrap items-end gap-3"
          >
            <Field id="lambda-platform" label="Chat" className="w-40">
              <Select id="lambda-platform" name="platform" defaultValue="slack">
                <option value="slack">Slack</option>
                <option value="teams">Microsoft Teams</option>
                <option value="chime">Amazon Chime</option>
              </Select>
            </Field>
            <Field id="lambda-channel" label="What it gets" className="min-w-48 flex-1">
              <Select id="lambda-channel" name="channel" defaultValue="">
                <option value="">All notifications</option>
                {channels.map(({ id, name }) => (
                  <option key={id} value={id}>
                    What {name} gets
                  </option>
                ))}
              </Select>
            </Field>
            <Button type="submit">
              <Download aria-hidden />
              Download template
            </Button>
          </form>
        </section>
        <section className="grid grid-cols-1 content-start gap-3">
          <h3 className="font-semibold">Amazon Q Developer in chat applications</h3>
          <p className="text-pretty">
            It shows notifications of AWS services, and custom ones of one form only:{" "}
            <code className="font-mono text-sm wrap-anywhere">
              {'{"version":"1.0","source":"custom","content":{…}}'}
            </code>
            . The product&apos;s own messages are not of that form, so a chat subscribed to this topic
            directly shows nothing. Let a function like the one above publish that form to a second topic, and
            subscribe Amazon Q to the second one.
          </p>
        </section>
      </div>
    </Card>
  );
}
