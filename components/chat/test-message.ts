import type { FlashMessage } from "@/components/ui/flash";
import type { ActionResult } from "@/lib/actions/result";
import type { TestSent } from "@/lib/chat/service/send-test";

/** What a test came to, to be said above the page. */
export function testMessage(name: string, result: ActionResult<TestSent>): FlashMessage {
  if (!result.ok) return { tone: "negative", text: result.error.message };
  const { ok, answer, reason } = result.data;
  if (ok) return { tone: "positive", text: `${name} took the test. Look for it in the chat.` };
  const said = answer ? ` It answered: ${answer}` : "";
  return { tone: "negative", title: `The test did not reach ${name}`, text: `${reason ?? ""}${said}` };
}
