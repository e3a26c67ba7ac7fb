import {
  type NotificationScope,
  type NotificationType,
  notificationTypes,
  type ProductId,
  typesOf,
} from "@/lib/catalog";

export type TypeSection = {
  scope: NotificationScope;
  label: string;
  /** What may narrow the types of this section. */
  hint: string;
  types: readonly NotificationType[];
};

const sections: readonly Omit<TypeSection, "types">[] = [
  { scope: "object", label: "Files", hint: "Narrow by result, and by bucket or account" },
  { scope: "account", label: "Buckets and scans", hint: "Narrow by account" },
  { scope: "deployment", label: "Platform", hint: "Concerns the whole deployment" },
];

/** The types of these products by what they are about, and so by what may narrow them. */
export function typeSections(productIds: readonly ProductId[]): readonly TypeSection[] {
  const published = typesOf(productIds);
  return sections
    .map((section) => ({
      ...section,
      types: published.filter((type) => notificationTypes[type].scope === section.scope),
    }))
    .filter(({ types }) => types.length > 0);
}
