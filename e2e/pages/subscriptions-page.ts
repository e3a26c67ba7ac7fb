import { expect, type Locator, type Page } from "@playwright/test";

type RowAction =
  | "Edit"
  | "Explain verdict"
  | "Review repair"
  | "Pause"
  | "Resume"
  | "Resend confirmation"
  | "Confirm with link"
  | "Add again"
  | "Delete"
  | "Remove from list";

/** The Subscriptions tab: the table, and the ways out of a row. */
export class SubscriptionsPage {
  readonly page: Page;
  readonly table: Locator;
  /** What the console says of the last thing that was done. */
  readonly messages: Locator;
  /** The menu button of each row, so that rows can be counted. */
  readonly rows: Locator;

  constructor(page: Page) {
    this.page = page;
    this.table = page.getByRole("table", { name: "Subscriptions" });
    this.messages = page.getByRole("status", { name: "Messages" });
    this.rows = this.table.getByRole("button", { name: /^Actions for/ });
  }

  async open(topicId: string) {
    await this.page.goto(`/configuration/proactive-notifications?topic=${topicId}`);
    await expect(this.table).toBeVisible();
  }

  row(endpoint: string): Locator {
    const actions = this.page.getByRole("button", { name: `Actions for ${endpoint}`, exact: true });
    return this.table.getByRole("row").filter({ has: actions });
  }

  async expectStatus(endpoint: string, status: string, timeout = 10_000) {
    // a status that is a button says so
    const label = new RegExp(`^${status}\\s*(\\(what this means\\))?$`);
    await expect(this.row(endpoint).getByText(label)).toBeVisible({ timeout });
  }

  async expectVerdict(endpoint: string, verdict: string, timeout = 10_000) {
    const button = this.row(endpoint).getByRole("button", { name: `${verdict} (why)`, exact: true });
    await expect(button).toBeVisible({ timeout });
  }

  /** Opens what the status of a row means. */
  async expectExplanation(endpoint: string, explanation: string) {
    const status = this.row(endpoint).getByRole("button", { name: /what this means/ });
    await status.click();
    await expect(this.row(endpoint).getByText(explanation)).toBeVisible();
    await status.press("Escape");
  }

  /** Asks AWS anew; the outcome is for the caller to wait for. */
  async refresh() {
    await this.page.getByRole("button", { name: "Refresh", exact: true }).click();
  }

  /** Asks AWS anew and hears what that brought. */
  async refreshTo(outcome: string) {
    await this.refresh();
    await expect(this.page.getByRole("status").getByText(outcome)).toBeVisible();
  }

  async choose(endpoint: string, action: RowAction) {
    await this.row(endpoint)
      .getByRole("button", { name: /^Actions for/ })
      .click();
    await this.page.getByRole("menuitem", { name: action, exact: true }).click();
  }

  dialog(name: string | RegExp): Locator {
    return this.page.getByRole("dialog", { name });
  }

  question(name: string | RegExp): Locator {
    return this.page.getByRole("alertdialog", { name });
  }
}
