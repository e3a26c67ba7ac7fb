import { expect, type Locator } from "@playwright/test";

/** What a selection holds, in the words of the form. */
export type FilterChoice = {
  types: readonly string[];
  results?: readonly string[];
  buckets?: readonly string[];
  accounts?: readonly string[];
};

/** The fields of a filter and the panel beside them, in the wizard and in the editor. */
export class FilterFields {
  readonly types: Locator;
  readonly results: Locator;
  readonly buckets: Locator;
  readonly accounts: Locator;
  readonly policy: Locator;
  readonly budget: Locator;

  constructor(dialog: Locator) {
    this.types = dialog.getByRole("group", { name: "Notification Type", exact: true });
    this.results = dialog.getByRole("group", { name: /^(Scan|Classification) Results$/ });
    this.buckets = dialog.getByRole("combobox", { name: "Buckets", exact: true });
    this.accounts = dialog.getByRole("combobox", { name: "Accounts", exact: true });
    this.policy = dialog.getByRole("region", { name: "Filter policy", exact: true });
    this.budget = dialog.getByRole("meter", { name: "combinations" });
  }

  type(label: string): Locator {
    return this.types.getByRole("checkbox", { name: startingWith(label) });
  }

  result(label: string): Locator {
    return this.results.getByRole("checkbox", { name: startingWith(label) });
  }

  async choose({ types, results = [], buckets = [], accounts = [] }: FilterChoice) {
    for (const label of types) await this.type(label).check();
    for (const label of results) await this.result(label).check();
    if (buckets.length > 0) await this.buckets.fill(`${buckets.join(",")},`);
    if (accounts.length > 0) await this.accounts.fill(`${accounts.join(",")},`);
  }

  /** The policy that the panel shows, as an object. */
  async shownPolicy(): Promise<unknown> {
    return JSON.parse(await this.policy.innerText());
  }

  async expectBudget(used: number) {
    await expect(this.budget).toHaveAttribute("aria-valuetext", `${used} of 150 combinations`);
  }
}

/** A label that badges may follow, but not the rest of a longer label: "Infected" is not "Infected (allowed)". */
function startingWith(label: string): RegExp {
  return new RegExp(`^${label.replace(/[()]/g, "\\$&")}(?! \\()`);
}
