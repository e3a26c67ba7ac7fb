import { expect, type Locator, type Page } from "@playwright/test";

/** Console Settings: the tokens by which programs use /api/v1. */
export class ApiTokens {
  readonly page: Page;
  readonly table: Locator;

  constructor(page: Page) {
    this.page = page;
    this.table = page.getByRole("table", { name: "API tokens" });
  }

  async goto() {
    await this.page.goto("/configuration/console-settings");
    await expect(this.table).toBeVisible();
  }

  row(name: string): Locator {
    return this.table.getByRole("row").filter({ hasText: name });
  }

  async openCreate(): Promise<Locator> {
    await this.page.getByRole("link", { name: "Create token" }).click();
    const dialog = this.page.getByRole("dialog", { name: "Create API token" });
    await expect(dialog).toBeVisible();
    return dialog;
  }

  async openRevoke(name: string): Promise<Locator> {
    await this.page.getByRole("button", { name: `Actions for ${name}` }).click();
    await this.page.getByRole("menuitem", { name: "Revoke" }).click();
    const question = this.page.getByRole("alertdialog");
    await expect(question).toBeVisible();
    return question;
  }
}
