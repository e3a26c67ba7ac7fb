import { type NotificationType, notificationTypes } from "@/lib/catalog";

/** When a type is published, as short as it can be said beside its name: "When new buckets are found in an account." */
export function whenPublished(type: NotificationType): string {
  const { description } = notificationTypes[type];
  const rest = description.replace(/^Published /, "");
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}
