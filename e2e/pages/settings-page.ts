import { expect, type Locator, type Page } from "@playwright/test";

/** Console Settings: the managed topics. */
export class SettingsPage {
  readonly page: Page;
  readonly table: Locator;
  readonly messages: Locator;

  constructor(page: Page) {
    this.page = page;
    this.table = page.getByRole("table", { name: "Managed topics" });
    this.messages = page.getByRole("status", { name: "Messages" });
  }

  async goto() {
    await this.page.goto("/configuration/console-settings");
    await expect(this.table).toBeVisible();
  }

  row(topicName: string): Locator {
    return this.table.getByRole("row").filter({ hasText: topicName });
  }

  /** Opens what the menu of a topic offers. */
  async open(
    topicName: string,
    action: "Change products" | "Stop managing",
    role: "dialog" | "alertdialog",
  ): Promise<Locator> {
    await this.page.getByRole("button", { name: `Actions for ${topicName}`, exact: true }).click();
    await this.page.getByRole("menuitem", { name: action }).click();
    const dialog = this.page.getByRole(role);
    await expect(dialog).toBeVisible();
    return dialog;
  }
}
