import { expect, type Locator, type Page } from "@playwright/test";
import { FilterFields } from "./filter-fields.ts";

/** The card *AWS EventBridge Proactive Notifications* on Console Settings. */
export class EventBridgeCard {
  readonly page: Page;
  readonly card: Locator;
  readonly messages: Locator;

  constructor(page: Page) {
    this.page = page;
    this.card = page.getByRole("region", { name: "AWS EventBridge Proactive Notifications" });
    this.messages = page.getByRole("status", { name: "Messages" });
  }

  async goto() {
    await this.page.goto("/configuration/console-settings");
    await expect(this.card).toBeVisible();
    // what is entered before the script has run would be undone by it, and the buses are listed by script
    await expect(this.card.getByRole("button", { name: "Ask AWS for its buses again" })).toBeVisible();
  }

  get bus(): Locator {
    return this.card.getByLabel("Event bus");
  }

  get toggle(): Locator {
    return this.card.getByRole("switch", { name: "Send notifications to EventBridge" });
  }

  async save() {
    await this.card.getByRole("button", { name: "Save" }).click();
  }

  /** One of the counters. */
  counter(name: "Sent" | "Waiting" | "Failed"): Locator {
    return this.card
      .locator("div", { has: this.page.locator("dt", { hasText: name }) })
      .last()
      .locator("dd");
  }
}

/** The page that makes event patterns, and rules with log groups of them. */
export class EventPatternPage {
  readonly page: Page;
  readonly fields: FilterFields;
  readonly pattern: Locator;
  readonly name: Locator;
  readonly steps: Locator;
  readonly rules: Locator;

  constructor(page: Page) {
    this.page = page;
    this.fields = new FilterFields(page.getByRole("main"));
    this.pattern = page.getByRole("region", { name: "Pattern JSON" }).locator("code");
    this.name = page.getByLabel("Name");
    this.steps = page.getByRole("list", { name: "Steps" }).getByRole("listitem");
    this.rules = page.getByRole("table", { name: "Rules that the console made" });
  }

  async goto(topicId: string) {
    await this.page.goto(`/configuration/console-settings/event-pattern?topic=${topicId}`);
    await expect(this.rules).toBeVisible();
  }

  async create() {
    await this.page.getByRole("button", { name: "Create rule and log group" }).click();
  }

  rule(name: string): Locator {
    return this.rules.getByRole("row").filter({ hasText: name });
  }

  async expectPattern(pattern: object) {
    await expect.poll(async () => JSON.parse(await this.pattern.innerText())).toEqual(pattern);
  }
}
