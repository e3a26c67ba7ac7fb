import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalSelection, emptySelection } from "@/lib/catalog";
import { arbitraryProducts, arbitraryWizardSelection } from "@/lib/catalog/testing";
import { indentPolicy, selectionAsText, textAsSelection } from "./policy-text.ts";

test("the form and the JSON editor can be changed for one another without loss", () => {
  const walks = arbitraryProducts.chain((productIds) =>
    arbitraryWizardSelection(productIds).map((selection) => ({ productIds, selection })),
  );
  fc.assert(
    fc.property(walks, ({ productIds, selection }) => {
      const text = selectionAsText(productIds, selection);
      expect(textAsSelection(productIds, text, "MessageAttributes")).toEqual({
        ok: true,
        selection: canonicalSelection(selection),
      });
    }),
  );
});

test("an unfinished selection begins as the policy without conditions, and the reverse", () => {
  expect(selectionAsText(["antivirus"], emptySelection)).toBe("{}");
  expect(textAsSelection(["antivirus"], "{}", "MessageAttributes")).toEqual({
    ok: true,
    selection: emptySelection,
  });
});

test("says why the form cannot hold a policy", () => {
  expect(textAsSelection(["antivirus"], '{"key":["a"]}', "MessageAttributes")).toEqual({
    ok: false,
    reason: "The form cannot hold this filter. The wizard does not filter by the attribute key.",
  });
  expect(textAsSelection(["antivirus"], '{"key":', "MessageAttributes")).toEqual({
    ok: false,
    reason: "The form needs a valid policy: correct the JSON first.",
  });
});

test("breaks a policy into lines and leaves what is none", () => {
  expect(indentPolicy('{"key":["a"]}', "MessageAttributes")).toBe('{\n  "key": [\n    "a"\n  ]\n}');
  expect(indentPolicy('{"key":', "MessageAttributes")).toBe('{"key":');
});
