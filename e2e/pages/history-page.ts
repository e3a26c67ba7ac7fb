import { expect, type Locator, type Page } from "@playwright/test";

/** What the topic carried: the list and one message of it. */
export class HistoryPage {
  readonly page: Page;
  readonly table: Locator;

  constructor(page: Page) {
    this.page = page;
    this.table = page.getByRole("table", { name: "Notifications" });
  }

  async open(topicId: string, query: Record<string, string> = {}) {
    await this.page.goto(`/monitoring/notifications?${new URLSearchParams({ topic: topicId, ...query })}`);
    await expect(this.page.getByRole("heading", { name: "Notifications", level: 1 })).toBeVisible();
  }

  /** Opens the list once that many messages have arrived: what is read there does not move by itself. */
  async openOnceArrived(topicId: string, count: number) {
    await expect(async () => {
      await this.open(topicId);
      await expect(this.rows).toHaveCount(count, { timeout: 1_000 });
    }).toPass({ timeout: 30_000 });
  }

  row(text: string | RegExp): Locator {
    return this.table.getByRole("row").filter({ hasText: text });
  }

  /** The rows below the heading. */
  get rows(): Locator {
    return this.table.getByRole("row").filter({ has: this.page.getByRole("rowheader") });
  }

  /** Opens the one message whose line has the text. */
  async show(text: string | RegExp) {
    await this.row(text).getByRole("link").first().click();
    await expect(this.page.getByRole("heading", { name: "What it says" })).toBeVisible();
  }

  card(name: string): Locator {
    return this.page.getByRole("region", { name });
  }
}
