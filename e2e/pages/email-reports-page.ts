import { expect, type Locator, type Page } from "@playwright/test";
import type { LocalAws } from "../fixtures/local-aws.ts";

/** So early that it has passed whenever tests run: what falls due next is the report about today. */
export const SEND_AT = "00:15";

/** The tab Email Reports of Proactive Notifications. */
export class EmailReportsPage {
  readonly page: Page;
  readonly recipients: Locator;
  readonly messages: Locator;
  readonly history: Locator;

  constructor(page: Page) {
    this.page = page;
    this.recipients = page.getByLabel("Email recipients");
    this.messages = page.getByRole("status", { name: "Messages" });
    this.history = page.getByRole("region", { name: "History" });
  }

  async goto() {
    await this.page.goto("/configuration/proactive-notifications");
    await this.page
      .getByRole("navigation", { name: "Proactive Notifications" })
      .getByRole("link", { name: "Email Reports" })
      .click();
    await expect(this.recipients).toBeVisible();
  }

  /** Turns reports on for these addresses, soon after midnight UTC of every day, and saves. */
  async turnOn(recipients: readonly string[]) {
    await this.page.getByLabel("Send daily email reports").check();
    await this.recipients.fill(recipients.join(", "));
    await this.page.getByLabel("Sender", { exact: true }).fill("reports@example.com");
    await this.page.getByLabel("Send at").fill(SEND_AT);
    await this.page.getByLabel("Time zone").selectOption("UTC");
    await this.save();
  }

  async save() {
    await this.page.getByRole("button", { name: "Save" }).click();
  }

  /** The row of a recipient's mail in the newest report. */
  mailTo(recipient: string): Locator {
    return this.history.getByRole("row").filter({ hasText: recipient }).first();
  }
}

/** Runs AWS's clock forward past the next send time, so that the day that was today is reported. */
export async function passSendTime(aws: LocalAws) {
  const answer = await fetch(`${aws.url}/_local/clock`);
  const { now }: { now: string } = await answer.json();
  await aws.advance(new Date(now).setUTCHours(24, 20, 0, 0) - Date.parse(now));
}

/** Changes how the embedded AWS behaves. */
export async function put(aws: LocalAws, name: "sending" | "faults", body: object) {
  const answer = await fetch(`${aws.url}/_local/${name}`, { method: "PUT", body: JSON.stringify(body) });
  expect(answer.ok).toBe(true);
}
