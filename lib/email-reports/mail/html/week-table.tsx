import type { WeekSection } from "../view.ts";
import { numberText } from "../words.ts";
import { placed } from "./data-table.tsx";
import { BAR_SPACE, type BarPart, barLook, LOOKS, type Look } from "./mail-style.ts";

/** A row for each day with its bar, which is made of cells: mail programs show no pictures unasked. */
export function WeekTable({ title, criticalLabel, problemsLabel, days }: WeekSection) {
  const most = Math.max(1, ...days.map(({ problems }) => problems));
  return (
    <table
      aria-label={title}
      width="100%"
      cellPadding={0}
      cellSpacing={0}
      style={{ borderCollapse: "collapse" }}
    >
      <thead>
        <tr>
          <th scope="col" align="left" {...placed(LOOKS.columnHead, 0)}>
            Day
          </th>
          <th scope="col" align="right" {...placed(LOOKS.columnHead, 1)}>
            {criticalLabel}
          </th>
          <th scope="colgroup" colSpan={2} align="left" {...placed(LOOKS.columnHead, 2)}>
            {problemsLabel}
          </th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ label, critical, problems }) => (
          <tr key={label}>
            <th scope="row" align="left" {...sized(placed(LOOKS.cell, 0), "88px")}>
              {label}
            </th>
            <td align="right" {...sized(placed(LOOKS.cell, 1), "64px")}>
              {numberText(critical)}
            </td>
            <td align="right" {...sized(placed(LOOKS.cell, 2), "56px")}>
              {numberText(problems)}
            </td>
            <td style={{ ...LOOKS.cell.style, verticalAlign: "middle" }}>
              <Bar critical={critical / most} others={(problems - critical) / most} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function sized({ className, style }: Look, width: string): Look {
  return { className, style: { ...style, width, whiteSpace: "nowrap" } };
}

/** Shares of the longest bar. What is there is seen, however little it is. */
function Bar({ critical, others }: { critical: number; others: number }) {
  const parts = [
    { part: "critical", share: critical },
    { part: "others", share: others },
  ] as const satisfies { part: BarPart; share: number }[];
  const shown = parts
    .filter(({ share }) => share > 0)
    .map(({ part, share }) => ({ part, percent: Math.max(1, Math.round(share * 100)) }));
  const rest = 100 - shown.reduce((sum, { percent }) => sum + percent, 0);
  if (shown.length === 0) return null;
  return (
    <table role="presentation" aria-hidden width="100%" cellPadding={0} cellSpacing={0}>
      <tbody>
        <tr>
          {shown.map(({ part, percent }) => (
            <td key={part} width={`${percent}%`} {...barLook(part)}>
              &nbsp;
            </td>
          ))}
          {rest > 0 ? <td width={`${rest}%`} style={BAR_SPACE} /> : null}
        </tr>
      </tbody>
    </table>
  );
}
