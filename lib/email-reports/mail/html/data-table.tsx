import type { Cell, Column, TableSection } from "../view.ts";
import { shownWords } from "../words.ts";
import { badgeLook, LOOKS, type Look, toneLook } from "./mail-style.ts";

/** A table of data, with headers of its columns and rows that screen readers read out. */
export function DataTable({ title, columns, rows }: TableSection) {
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
          {columns.map(({ label, align }, index) => (
            <th key={label} scope="col" align={align} {...placed(LOOKS.columnHead, index)}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are rendered once, and names may repeat
          <tr key={at}>
            {row.map((cell, index) => (
              <DataCell key={columns[index]?.label} cell={cell} column={columns[index]} index={index} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DataCell({ cell, column, index }: { cell: Cell; column: Column | undefined; index: number }) {
  const align = column?.align ?? "left";
  const look = placed(LOOKS.cell, index);
  const text = shownWords(cell.words);
  if (index > 0) {
    const { className, style } = cell.tone === "plain" ? look : withTone(look, toneLook(cell.tone));
    return (
      <td
        align={align}
        className={className}
        style={{ ...style, ...(align === "right" && { whiteSpace: "nowrap" }) }}
      >
        {text}
      </td>
    );
  }
  const isLabel = cell.tone !== "plain" && cell.tone !== "muted";
  return (
    <th scope="row" align={align} {...(cell.tone === "muted" ? withTone(look, toneLook("muted")) : look)}>
      {isLabel ? <span {...badgeLook(cell.tone)}>{text}</span> : text}
    </th>
  );
}

/** The first column stands at the edge. */
export function placed({ className, style }: Look, index: number): Look {
  if (index === 0) return { className, style: { ...style, paddingLeft: 0 } };
  return { className: classes("tight", className), style };
}

function withTone(look: Look, tone: Look): Look {
  return { className: classes(look.className, tone.className), style: { ...look.style, ...tone.style } };
}

function classes(...names: (string | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}
