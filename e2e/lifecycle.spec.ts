import { expect, test } from "./fixtures/test.ts";
import { unique } from "./fixtures/unique.ts";
import { Editor } from "./pages/editor.ts";
import { SubscriptionsPage } from "./pages/subscriptions-page.ts";
import { Wizard } from "./pages/wizard.ts";

const infected = { types: ["Scan result"], results: ["Infected"] };

test.beforeEach(({ page, house }) => new SubscriptionsPage(page).open(house.topics.antivirus.id));

test.describe("an address that is subscribed already", () => {
  test("can take a +tag: one mailbox, two subscriptions", async ({ page, aws }) => {
    const wizard = new Wizard(page);
    const list = new SubscriptionsPage(page);
    const address = unique.mail("twice");
    const spare = address.replace("@", "+infected@");
    await wizard.add({ types: ["Trial expiring"] }, "Email", address);
    await list.expectStatus(address, "Pending");

    await wizard.open();
    await wizard.fields.choose(infected);
    await wizard.deliverTo("Email", address);
    await expect(wizard.dialog).toContainText("This endpoint is subscribed already");
    await expect(wizard.dialog).toContainText("Trial expiring: All messages.");
    await wizard.submit.click();
    await expect(wizard.endpoint).toHaveAccessibleDescription(
      /subscribed to the topic already: SNS takes each endpoint once/,
    );
    await wizard.dialog.getByRole("button", { name: `Use ${spare}` }).click();
    await expect(wizard.endpoint).toHaveValue(spare);
    await wizard.submit.click();
    await expect(wizard.dialog).toBeHidden();
    await list.expectStatus(spare, "Pending");
    await list.expectStatus(address, "Pending");
    expect(await aws.mailsTo(spare)).toHaveLength(1);
    expect(await aws.mailsTo(address)).toHaveLength(1);
  });

  test("leads to the subscription that has it", async ({ page, house, aws }) => {
    const wizard = new Wizard(page);
    const editor = new Editor(page);
    const list = new SubscriptionsPage(page);
    const queue = unique.queue("edit-that-one");
    await wizard.add({ types: ["Trial expiring"] }, "Amazon SQS", queue);
    await list.expectStatus(queue, "Confirmed");

    await wizard.open();
    await wizard.deliverTo("Amazon SQS", queue);
    await wizard.dialog.getByRole("link", { name: "Edit that subscription" }).click();
    await list.question("Discard what you have entered?").getByRole("button", { name: "Discard" }).click();
    await expect(editor.dialog).toContainText(queue);
    await expect(editor.fields.type("Trial expiring")).toBeChecked();
    await editor.fields.type("Updates available").check();
    await editor.saveAndClose();
    await expect(list.row(queue)).toContainText("Updates available and Trial expiring");
    expect(await policyAt(aws.attributes(house.topics.antivirus.arn, queue))).toEqual({
      notificationType: ["updatesAvailable", "trialExpiring"],
    });
  });
});

test("resend makes a second mail, and its link confirms", async ({ page, aws }) => {
  const list = new SubscriptionsPage(page);
  const address = unique.mail("resend");
  await new Wizard(page).add(infected, "Email", address);
  const firstLink = await aws.confirmationLink(address);

  await list.choose(address, "Resend confirmation");
  const question = list.question("Resend the confirmation?");
  await expect(question).toContainText(address);
  await question.getByRole("button", { name: "Resend confirmation" }).click();
  await expect(list.messages).toContainText(`AWS sent the confirmation mail to ${address} again.`);
  await expect.poll(() => aws.mailsTo(address)).toHaveLength(2);
  const secondLink = await aws.confirmationLink(address);
  expect(secondLink).not.toBe(firstLink);

  expect((await fetch(secondLink)).status).toBe(200);
  await list.refresh();
  await list.expectStatus(address, "Confirmed");
  await expect(list.row(address)).toContainText("Infected");
});

test.describe("confirmed by a pasted link", () => {
  test("is protected: the unsubscribe link of a later mail does nothing", async ({ page, house, aws }) => {
    const list = new SubscriptionsPage(page);
    const { arn } = house.topics.antivirus;
    const address = unique.mail("protected");
    await new Wizard(page).add(infected, "Email", address);
    await list.choose(address, "Confirm with link");
    const dialog = list.dialog("Confirm with link");
    await dialog.getByLabel("Confirmation link").fill(await aws.confirmationLink(address));
    await dialog.getByRole("button", { name: "Confirm subscription" }).click();
    await expect(dialog).toBeHidden();
    await list.expectStatus(address, "Confirmed");
    await expect(list.row(address)).toContainText("Protected");

    await aws.publish(arn, "infected one", { notificationType: "scanResult", scanResult: "Infected" });
    const notification = async () =>
      (await aws.mailsTo(address)).find(({ kind }) => kind === "notification")?.text ?? "";
    await expect.poll(notification).toContain("infected one");
    const unsubscribe = /https?:\/\/\S*nsubscribe\S*/.exec(await notification())?.[0] ?? "";
    const refusal = await fetch(unsubscribe);
    expect([refusal.ok, await refusal.text()]).toEqual([
      false,
      expect.stringContaining("Only the owner of the topic can remove this subscription."),
    ]);
    await list.refresh();
    await expect(page.getByText("No changes", { exact: true })).toBeVisible();
    await list.expectStatus(address, "Confirmed");
    expect((await aws.attributes(arn, address))?.ConfirmationWasAuthenticated).toBe("true");
  });

  test("must be its own link: any other is refused at the field", async ({ page, aws }) => {
    const list = new SubscriptionsPage(page);
    const wizard = new Wizard(page);
    const [address, other] = [unique.mail("mine"), unique.mail("other")];
    await wizard.add(infected, "Email", address);
    await wizard.add(infected, "Email", other);
    const mine = await aws.confirmationLink(address);
    await list.choose(address, "Confirm with link");
    const dialog = list.dialog("Confirm with link");
    const link = dialog.getByLabel("Confirmation link");

    for (const [pasted, message] of [
      ["https://example.com/", /Paste the whole Confirm subscription link from the mail/],
      [await aws.confirmationLink(other), `This link is for another endpoint: ${other}.`],
      [mine.replace("AntivirusNotificationsTopic", "Elsewhere"), /This link is for another topic/],
      [mine.replace(/(Token=.{8})./, "$1!"), /resend the confirmation and paste the new one/],
    ] as const)
      await test.step(`${message}`, async () => {
        await link.fill(pasted);
        await dialog.getByRole("button", { name: "Confirm subscription" }).click();
        await expect(link).toHaveAttribute("aria-invalid", "true");
        await expect(link).toHaveAccessibleDescription(asPattern(message));
      });

    await link.fill(mine);
    await dialog.getByRole("button", { name: "Confirm subscription" }).click();
    await expect(dialog).toBeHidden();
    await list.expectStatus(address, "Confirmed");
    await list.expectStatus(other, "Pending");
  });
});

test("deleting a confirmed one names what is lost, and can be thought better of", async ({
  page,
  house,
  aws,
}) => {
  const list = new SubscriptionsPage(page);
  const queue = unique.queue("delete");
  const question = list.question(/^Delete the subscription of/);
  await new Wizard(page).add(infected, "Amazon SQS", queue);
  await list.choose(queue, "Delete");
  await expect(question).toContainText(`${queue} will no longer receive Scan result: Infected.`);
  await expect(question.getByRole("button", { name: "Cancel" })).toBeFocused();
  await question.getByRole("button", { name: "Cancel" }).click();
  await expect(question).toBeHidden();
  expect(await aws.attributes(house.topics.antivirus.arn, queue)).toBeDefined();

  await list.choose(queue, "Delete");
  await question.getByRole("button", { name: "Delete subscription" }).click();
  await expect(list.row(queue)).toHaveCount(0);
  await expect(list.messages).toContainText("AWS delivers nothing to it any more.");
  expect(await aws.attributes(house.topics.antivirus.arn, queue)).toBeUndefined();
});

test("a pending one is hidden instead of deleted, and comes back when it is confirmed", async ({
  page,
  house,
  aws,
}) => {
  const list = new SubscriptionsPage(page);
  const address = unique.mail("hide");
  const question = list.question("A pending subscription cannot be deleted");
  await new Wizard(page).add(infected, "Email", address);
  await list.choose(address, "Delete");
  await expect(question).toContainText("AWS can unsubscribe only what is confirmed.");
  await expect(question).toContainText(/It expires in (2 days|4[78] hours)/);
  await question.getByRole("button", { name: "Keep" }).click();
  await expect(question).toBeHidden();
  await list.expectStatus(address, "Pending");

  await list.choose(address, "Delete");
  await question.getByRole("button", { name: "Hide from list" }).click();
  await expect(list.row(address)).toHaveCount(0);
  await list.refresh();
  await expect(page.getByText("No changes", { exact: true })).toBeVisible();
  await expect(list.row(address)).toHaveCount(0);
  const endpoints = (await aws.listed(house.topics.antivirus.arn)).map(({ endpoint }) => endpoint);
  expect(endpoints).toContain(address);

  await fetch(await aws.confirmationLink(address));
  await list.refresh();
  await list.expectStatus(address, "Confirmed");
});

async function policyAt(attributes: Promise<Record<string, string> | undefined>): Promise<unknown> {
  return JSON.parse((await attributes)?.FilterPolicy ?? "null");
}

function asPattern(message: string | RegExp): RegExp {
  return typeof message === "string" ? new RegExp(message.replace(/[.+?()]/g, "\\$&")) : message;
}
