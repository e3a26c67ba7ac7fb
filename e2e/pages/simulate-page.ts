import { expect, type Locator, type Page } from "@playwright/test";

/** Who gets this?: the question, its answer, and the rows. */
export class SimulatePage {
  readonly page: Page;
  readonly answer: Locator;
  readonly table: Locator;

  constructor(page: Page) {
    this.page = page;
    this.answer = page.getByRole("region", { name: "Answer" });
    this.table = page.getByRole("table", { name: "Answers" });
  }

  async open(topicId: string, query: Record<string, string> = {}) {
    await this.page.goto(
      `/monitoring/notifications/simulate?${new URLSearchParams({ topic: topicId, ...query })}`,
    );
    await expect(this.page.getByRole("heading", { name: "Who gets this?" })).toBeVisible();
  }

  row(endpoint: string): Locator {
    return this.table
      .getByRole("row")
      .filter({ has: this.page.getByRole("link", { name: endpoint, exact: true }) });
  }

  async paste(message: unknown) {
    await this.page.getByRole("link", { name: "Paste a message" }).click();
    await this.page
      .getByLabel("Message as JSON")
      .fill(typeof message === "string" ? message : JSON.stringify(message));
    await this.page.getByRole("button", { name: "Ask" }).click();
  }
}
