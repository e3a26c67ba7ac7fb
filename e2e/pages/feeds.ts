import { expect, type Locator, type Page } from "@playwright/test";

/** Console Settings: the console's own feeds. */
export class Feeds {
  readonly page: Page;
  readonly table: Locator;

  constructor(page: Page) {
    this.page = page;
    this.table = page.getByRole("table", { name: "Feeds" });
  }

  async goto() {
    await this.page.goto("/configuration/console-settings");
    await expect(this.table).toBeVisible();
  }

  row(topicName: string): Locator {
    return this.table.getByRole("row").filter({ hasText: topicName });
  }

  /** Opens what the menu of a topic's feed offers. */
  async open(topicName: string, action: "Turn on" | "Repair" | "Turn off"): Promise<Locator> {
    await this.page.getByRole("button", { name: `Actions for the feed of ${topicName}` }).click();
    await this.page.getByRole("menuitem", { name: action }).click();
    const dialog = this.page.getByRole(action === "Turn on" ? "dialog" : "alertdialog");
    await expect(dialog).toBeVisible();
    return dialog;
  }

  /** Waits for a state, which the page shows by itself. */
  async expectState(topicName: string, state: string) {
    await expect(this.row(topicName).getByText(state, { exact: true })).toBeVisible({ timeout: 20_000 });
  }
}
