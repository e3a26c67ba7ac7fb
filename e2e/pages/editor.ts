import { expect, type Locator, type Page } from "@playwright/test";
import { FilterFields } from "./filter-fields.ts";

/** The dialog that edits a subscription, by the wizard's fields or as JSON. */
export class Editor {
  readonly dialog: Locator;
  readonly fields: FilterFields;
  readonly save: Locator;
  /** The filter policy as JSON. */
  readonly text: Locator;
  readonly asJson: Locator;
  readonly inForm: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole("dialog", { name: "Edit subscription" });
    this.fields = new FilterFields(this.dialog);
    this.save = this.dialog.getByRole("button", { name: "Save changes" });
    this.text = this.dialog.getByRole("textbox", { name: "Filter policy" });
    this.asJson = this.dialog.getByRole("button", { name: "Edit as JSON" });
    this.inForm = this.dialog.getByRole("button", { name: "Edit in the form" });
  }

  async saveAndClose() {
    await this.save.click();
    await expect(this.dialog).toBeHidden();
  }
}
