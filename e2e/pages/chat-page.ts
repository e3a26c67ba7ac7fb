import { expect, type Locator, type Page } from "@playwright/test";
import { FilterFields } from "./filter-fields.ts";

/** The Chat tab of Proactive Notifications. */
export class ChatPage {
  readonly page: Page;
  readonly table: Locator;
  readonly dialog: Locator;
  readonly fields: FilterFields;

  constructor(page: Page) {
    this.page = page;
    this.table = page.getByRole("table", { name: "Chat channels" });
    this.dialog = page.getByRole("dialog");
    this.fields = new FilterFields(this.dialog);
  }

  async goto(topicId: string) {
    await this.page.goto(`/configuration/proactive-notifications/chat?topic=${topicId}`);
    await expect(this.table).toBeVisible();
  }

  row(name: string): Locator {
    return this.table.getByRole("row").filter({ hasText: name });
  }

  async add() {
    await this.page.getByRole("link", { name: "Add channel" }).first().click();
    await expect(this.dialog.getByLabel("Webhook URL")).toBeVisible();
  }

  async choose(name: string, action: string) {
    await this.page.getByRole("button", { name: `Actions for ${name}` }).click();
    await this.page.getByRole("menuitem", { name: action }).click();
  }

  /** The likeness of the chat beside the form. */
  preview(platform: string): Locator {
    return this.dialog.getByRole("region", { name: `As ${platform} shows it` });
  }
}
