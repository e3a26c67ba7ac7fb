import { expect, type Locator, type Page } from "@playwright/test";
import { type FilterChoice, FilterFields } from "./filter-fields.ts";

export type Protocol =
  | "Email"
  | "Email-JSON"
  | "HTTP"
  | "HTTPS"
  | "Amazon SQS"
  | "AWS Lambda"
  | "Platform Application Endpoint"
  | "SMS"
  | "Amazon Data Firehose";

/** The dialog that adds a subscription. */
export class Wizard {
  readonly page: Page;
  readonly dialog: Locator;
  readonly fields: FilterFields;
  readonly protocol: Locator;
  readonly endpoint: Locator;
  readonly submit: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole("dialog", { name: "Add Proactive Notifications Subscription" });
    this.fields = new FilterFields(this.dialog);
    this.protocol = this.dialog.getByRole("combobox", { name: "Protocol" });
    this.endpoint = this.dialog.getByRole("textbox", { name: "Endpoint" });
    this.submit = this.dialog.getByRole("button", { name: "Add Subscription" });
  }

  /** Opens it from the page below; an empty table offers it a second time. */
  async open() {
    await this.page.getByRole("link", { name: "Add Subscription" }).first().click();
    await expect(this.submit).toBeVisible();
  }

  async deliverTo(protocol: Protocol, endpoint: string) {
    await this.protocol.selectOption({ label: protocol });
    await this.endpoint.fill(endpoint);
  }

  /** From the page to the page: opens the wizard, fills it in, submits it and sees it close. */
  async add(choice: FilterChoice, protocol: Protocol, endpoint: string) {
    await this.open();
    await this.fields.choose(choice);
    await this.deliverTo(protocol, endpoint);
    await this.submit.click();
    await expect(this.dialog).toBeHidden();
  }
}
