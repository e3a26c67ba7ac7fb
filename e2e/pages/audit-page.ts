import { expect, type Locator, type Page } from "@playwright/test";

/** The audit: its entries, and what each says when it is opened. */
export class AuditPage {
  readonly page: Page;
  readonly entries: Locator;

  constructor(page: Page) {
    this.page = page;
    this.entries = page.getByRole("region", { name: "Entries" }).getByRole("listitem");
  }

  async goto() {
    await this.page.goto("/monitoring/audit");
    await expect(this.entries.first()).toBeVisible();
  }

  async search(text: string) {
    await this.page.getByRole("searchbox", { name: "Search audit" }).fill(text);
    await expect(this.page).toHaveURL((url) => url.searchParams.get("q") === text);
  }

  async filterBy(action: string) {
    await this.page.getByRole("button", { name: /^Action/ }).click();
    await this.page.getByRole("list", { name: "Action" }).getByRole("link", { name: action }).click();
    await this.page.keyboard.press("Escape");
  }

  entry(what: string): Locator {
    return this.entries.filter({ hasText: what });
  }

  /** Opens the newest such entry and finds what a field was and what it became. */
  async expectChange(what: string, field: string, before: string | null, after: string) {
    const entry = this.entry(what).first();
    await entry.locator("summary").click();
    const value = entry.getByRole("definition").filter({ hasText: after });
    await expect(entry.getByRole("term").filter({ hasText: field })).toBeVisible();
    if (before !== null) await expect(value.getByRole("deletion")).toHaveText(before);
    await expect(value).toContainText(after);
  }
}
