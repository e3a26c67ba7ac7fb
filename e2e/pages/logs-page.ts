import { expect, type Locator, type Page } from "@playwright/test";

/** The embedded AWS's log groups. */
export class LogsPage {
  readonly page: Page;
  readonly groups: Locator;
  readonly events: Locator;

  constructor(page: Page) {
    this.page = page;
    this.groups = page.getByRole("navigation", { name: "Log groups" });
    this.events = page.getByRole("region", { name: "Events" }).getByRole("group");
  }

  /** Waits for as many events as there are to come; the page looks for them by itself. */
  async expectEvents(count: number) {
    await expect(this.events).toHaveCount(count, { timeout: 30_000 });
  }

  /** Unfolds the newest event; answers what EventBridge wrote. */
  async readNewest(): Promise<unknown> {
    const event = this.events.first();
    await event.locator("summary").click();
    return JSON.parse(await event.locator("code").innerText());
  }
}
