/** Prints rows under a heading, columns aligned to the right. */
export function printTable(title: string, rows: readonly Readonly<Record<string, string>>[]): void {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))];
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => (line[index] ?? "").length)));
  console.log(title);
  for (const line of lines)
    console.log(`  ${line.map((cell, index) => cell.padStart(widths[index] ?? 0)).join("   ")}`);
  console.log("");
}

/** Three digits of meaning, thousands separated. */
export function figure(value: number): string {
  return new Intl.NumberFormat("en", { maximumSignificantDigits: 3 }).format(value);
}
