/** A group's name in the address: regions have no slash, so the first one ends it. */
export function groupKey({ region, name }: { region: string; name: string }): string {
  return `${region}/${name}`;
}
