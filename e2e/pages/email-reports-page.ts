import { expect, type Locator, type Page } from "@playwright/test";
import type { LocalAws } from "../fixtures/local-aws.ts";

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

  /** Turns reports on for these addresses, at 08:00 UTC of every day, and saves. */
  async turnOn(recipients: readonly string[]) {
    await this.page.getByLabel("Send daily email reports").check();
    await this.recipients.fill(recipients.join(", "));
    await this.page.getByLabel("Sender", { exact: true }).fill("reports@example.com");
    await this.page.getByLabel("Send at").fill("08:00");
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

/** Runs AWS's clock forward to the next five past eight, UTC. */
export async function passSendTime(aws: LocalAws) {
  const answer = await fetch(`${aws.url}/_local/clock`);
  const { now }: { now: string } = await answer.json();
  const next = new Date(now).setUTCHours(8, 5, 0, 0);
  const nowMs = Date.parse(now);
  await aws.advance((next > nowMs ? next : next + 86_400_000) - nowMs);
}

/** Changes how the embedded AWS behaves. */
export async function put(aws: LocalAws, name: "sending" | "faults", body: object) {
  const answer = await fetch(`${aws.url}/_local/${name}`, { method: "PUT", body: JSON.stringify(body) });
  expect(answer.ok).toBe(true);
}
