import type { LocalAws } from "./fixtures/local-aws.ts";
import { expect, test } from "./fixtures/own-topic.ts";
import { unique } from "./fixtures/unique.ts";
import { Editor } from "./pages/editor.ts";
import { SubscriptionsPage } from "./pages/subscriptions-page.ts";
import { Wizard } from "./pages/wizard.ts";

const infected = { types: ["Scan result"], results: ["Infected"] };

test.beforeEach(({ page, topic }) => new SubscriptionsPage(page).open(topic.id));

test("a pending one can be edited: confirmed, it delivers by the new filter", async ({
  page,
  topic,
  aws,
}) => {
  const list = new SubscriptionsPage(page);
  const editor = new Editor(page);
  const address = unique.mail("edit-pending");
  await new Wizard(page).add(infected, "Email", address);
  await list.choose(address, "Edit");
  await editor.fields.result("Infected").uncheck();
  await editor.fields.choose({ types: [], results: ["Error"], buckets: ["invoices"] });
  await editor.saveAndClose();
  await list.expectStatus(address, "Pending");
  await expect(list.row(address)).toContainText("Error, in bucket invoices");

  await fetch(await aws.confirmationLink(address));
  await list.refresh();
  await list.expectStatus(address, "Confirmed");
  expect(await policyOf(aws, topic.arn, address)).toEqual({
    notificationType: ["scanResult"],
    scanResult: ["Error"],
    bucket: ["invoices"],
  });
});

test("JSON is judged while it is typed, in AWS's own words, and cannot be saved wrong", async ({
  page,
  topic,
  aws,
}) => {
  const list = new SubscriptionsPage(page);
  const editor = new Editor(page);
  const queue = unique.queue("json");
  await new Wizard(page).add(infected, "Amazon SQS", queue);
  await list.choose(queue, "Edit");
  await editor.asJson.click();
  await expect(editor.text).toHaveValue(/"scanResult": \[\s*"Infected"\s*\]/);
  await expect(editor.dialog).toContainText("AWS accepts this policy");

  for (const wrong of [
    '{"bucket":[{"wrong-operator":"a"}]}',
    '{"a":["x"],"b":["x"],"c":["x"],"d":["x"],"e":["x"],"f":["x"]}',
    '{"size":[{"numeric":["between",1,2]}]}',
    '{"bucket":"invoices"}',
    '{"bucket":[]}',
    `{"bucket":${JSON.stringify(Array.from({ length: 151 }, (_, n) => `b${n}`))}}`,
  ])
    await test.step(wrong.slice(0, 80), async () => {
      await editor.text.fill(wrong);
      const said = await refusalOf(aws, topic.arn, queue, wrong);
      await expect(editor.text).toHaveAccessibleDescription(new RegExp(escaped(said)));
      await editor.save.click();
      await expect(editor.dialog.getByRole("alert")).toContainText(said);
    });
  expect(await policyOf(aws, topic.arn, queue)).toEqual({
    notificationType: ["scanResult"],
    scanResult: ["Infected"],
  });

  await test.step("a policy beyond the form stays JSON", async () => {
    await editor.text.fill('{"notificationType":["scanResult"],"bucket":[{"prefix":"prod-"}]}');
    await expect(editor.inForm).toBeDisabled();
    await expect(editor.inForm).toHaveAccessibleDescription(/The form cannot hold this filter/);
    await editor.saveAndClose();
    await expect(list.row(queue)).toContainText("Custom");
    expect(await policyOf(aws, topic.arn, queue)).toEqual({
      notificationType: ["scanResult"],
      bucket: [{ prefix: "prod-" }],
    });
  });

  await test.step("a policy within the form goes back to it", async () => {
    await list.choose(queue, "Edit");
    await editor.text.fill('{"notificationType":["bucketProtection"],"accountId":["123456789012"]}');
    await editor.inForm.click();
    await expect(editor.fields.type("Bucket protection")).toBeChecked();
    await expect(editor.dialog.getByRole("button", { name: "Remove 123456789012" })).toBeVisible();
    await editor.saveAndClose();
    await expect(list.row(queue)).toContainText("In account 123456789012");
  });
});

test("a policy can look at the body of the message", async ({ page, topic, aws }) => {
  const list = new SubscriptionsPage(page);
  const editor = new Editor(page);
  const queue = unique.queue("body");
  await new Wizard(page).add(infected, "Amazon SQS", queue);
  await list.choose(queue, "Edit");
  await editor.asJson.click();
  const nested = { scanResults: { engine: ["Sophos"] } };
  await editor.text.fill(JSON.stringify(nested));
  await expect(editor.dialog).not.toContainText("AWS accepts this policy");
  await editor.dialog.getByRole("radio", { name: "Message body" }).check();
  await expect(editor.dialog).toContainText("AWS accepts this policy");
  await editor.saveAndClose();
  expect(await policyOf(aws, topic.arn, queue)).toEqual(nested);
  expect((await aws.attributes(topic.arn, queue))?.FilterPolicyScope).toBe("MessageBody");
});

test("of two tabs the later save is held up, shown what changed, and may replace it", async ({
  page,
  context,
  topic,
  aws,
}) => {
  const queue = unique.queue("conflict");
  await new Wizard(page).add(infected, "Amazon SQS", queue);
  const mine = { list: new SubscriptionsPage(page), editor: new Editor(page) };
  const otherPage = await context.newPage();
  const theirs = { list: new SubscriptionsPage(otherPage), editor: new Editor(otherPage) };
  await mine.list.choose(queue, "Edit");
  await mine.editor.fields.result("Clean").check();

  await theirs.list.open(topic.id);
  await theirs.list.choose(queue, "Edit");
  await theirs.editor.fields.result("Error").check();
  await theirs.editor.saveAndClose();
  await theirs.list.expectStatus(queue, "Confirmed");

  await mine.editor.save.click();
  await expect(mine.editor.dialog.getByRole("alert")).toContainText(
    "changed this subscription while you were editing",
  );
  expect(await resultsOf(aws, topic.arn, queue)).toEqual(["Infected", "Error"]);
  await mine.editor.dialog.getByRole("button", { name: "Reload" }).click();
  const overtaken = mine.editor.dialog.getByRole("alert").filter({ hasText: "It now holds" });
  await expect(overtaken).toContainText("Infected or Error");
  await expect(mine.editor.fields.result("Clean")).toBeChecked();
  await overtaken.getByRole("button", { name: "Keep mine and replace it" }).click();
  await mine.editor.saveAndClose();
  expect(await resultsOf(aws, topic.arn, queue)).toEqual(["Infected", "Clean"]);
});

async function policyOf(aws: LocalAws, topicArn: string, endpoint: string): Promise<Record<string, unknown>> {
  return JSON.parse((await aws.attributes(topicArn, endpoint))?.FilterPolicy ?? "null");
}

async function resultsOf(aws: LocalAws, topicArn: string, endpoint: string) {
  return (await policyOf(aws, topicArn, endpoint)).scanResult;
}

/** What AWS itself says of a policy, without the words before and the place after. */
async function refusalOf(aws: LocalAws, topicArn: string, endpoint: string, policy: string): Promise<string> {
  const arn = (await aws.listed(topicArn)).find((each) => each.endpoint === endpoint)?.arn ?? "";
  const change = { SubscriptionArn: arn, AttributeName: "FilterPolicy", AttributeValue: policy };
  const answer = await aws.call("SetSubscriptionAttributes", change).catch(String);
  const said = /FilterPolicy: ([^\n<]*)/.exec(answer)?.[1];
  if (!said) throw new Error(`AWS does not refuse ${policy}: ${answer}`);
  return said.replaceAll("&quot;", '"').replaceAll("&apos;", "'").replaceAll("&#39;", "'");
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
