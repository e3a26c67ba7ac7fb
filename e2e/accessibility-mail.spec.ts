import { expectAccessible } from "./fixtures/accessible.ts";
import { elsewhere } from "./fixtures/elsewhere.ts";
import { expect, test } from "./fixtures/own-topic.ts";
import { unique } from "./fixtures/unique.ts";
import { Inbox } from "./pages/inbox.ts";

// each state is looked at in two themes, and no test needs what another left behind
test.describe.configure({ mode: "parallel", timeout: 180_000 });

test("the inbox, its list, a mail of each kind and the phone's two views", async ({ page, aws, topic }) => {
  const [mail, json] = [unique.mail("reader"), unique.mail("parser")];
  await elsewhere.subscribe(aws, { topicArn: topic.arn, protocol: "email", endpoint: mail });
  await elsewhere.subscribe(aws, { topicArn: topic.arn, protocol: "email-json", endpoint: json });
  const inbox = new Inbox(page);
  await inbox.goto();
  await expect(inbox.mailsTo(mail)).toBeVisible();
  await expectAccessible(page, "the inbox");
  for (const address of [mail, json]) {
    await inbox.mailsTo(address).click();
    await expect(page.getByRole("article")).toContainText(address);
    await expectAccessible(page, `a mail to ${address}`);
  }
  await inbox.mailsTo(mail).click();
  const frame = page.getByTitle(/^Mail: /);
  const content = await page.context().newPage();
  await content.setContent((await frame.getAttribute("srcdoc")) ?? "");
  await expect(content.getByRole("link", { name: "Confirm subscription" })).toBeVisible();
  await expectAccessible(content, "what a mail says");
  await page
    .getByRole("navigation", { name: "Views of the mail" })
    .getByRole("link", { name: "Text" })
    .click();
  await expect(frame).toHaveCount(0);
  await expectAccessible(page, "a mail as text");
  await page.goto("/local-aws/inbox?mail=999999");
  await expect(page.getByText("This mail is gone")).toBeVisible();
  await expectAccessible(page, "a mail that is gone");
  await page.goto("/local-aws/inbox?q=nobody");
  await expect(page.getByText("Nothing matches")).toBeVisible();
  await expectAccessible(page, "an inbox where nothing matches");
});

test("the pages behind the links in mails", async ({ page, aws, topic, browserErrors }) => {
  browserErrors.announce(/status of 400|status of 404/);
  const address = unique.mail("linked");
  await elsewhere.subscribe(aws, { topicArn: topic.arn, protocol: "email", endpoint: address });
  const link = await aws.confirmationLink(address);
  await page.goto(link.replace(/Token=\w{8}/, "Token=00000000"));
  await expect(page.getByRole("heading", { name: "Subscription not confirmed" })).toBeVisible();
  await expectAccessible(page, "a confirmation that failed");
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "Subscription confirmed!" })).toBeVisible();
  await expectAccessible(page, "a confirmation");
  await page.getByRole("link", { name: "click here to unsubscribe" }).click();
  await expect(page.getByRole("heading", { name: /unsubscribed|removed/i })).toBeVisible();
  await expectAccessible(page, "an unsubscription");
});
