import { expect, type Locator, type Page } from "@playwright/test";

/** The embedded AWS's mailbox. */
export class Inbox {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The mails to an address, newest first. */
  mailsTo(address: string): Locator {
    return this.page
      .getByRole("navigation", { name: "Mails" })
      .getByRole("link")
      .filter({ hasText: `To ${address}` });
  }

  async goto() {
    await this.page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: /Inbox/ }).click();
    await expect(this.page.getByRole("region", { name: "Mailbox" })).toBeVisible();
  }

  /** Opens the newest mail to an address and follows *Confirm subscription* to the page it opens. */
  async confirm(address: string): Promise<Page> {
    await this.mailsTo(address).first().click();
    const mail = this.page.frameLocator('iframe[title^="Mail:"]');
    const opened = this.page.waitForEvent("popup");
    await mail.getByRole("link", { name: "Confirm subscription" }).click();
    return opened;
  }
}
