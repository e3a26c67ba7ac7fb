/** The texts a policy lists as exact values of a top-level key; none for a text that is no policy. */
export function exactValues(policyText: string, key: string): string[] {
  try {
    const policy: unknown = JSON.parse(policyText);
    if (typeof policy !== "object" || policy === null) return [];
    const values: unknown = Object.entries(policy).find(([name]) => name === key)?.[1];
    return Array.isArray(values) ? values.filter((value) => typeof value === "string") : [];
  } catch {
    return [];
  }
}
