import type { EntriesSection, NotesSection, Section } from "../view.ts";
import { shownWords } from "../words.ts";
import { DataTable } from "./data-table.tsx";
import { badgeLook, LOOKS, toneLook } from "./mail-style.ts";
import { WeekTable } from "./week-table.tsx";

type SectionBlockProps = {
  section: Section;
  level: 2 | 3 /** Stands beside parts, not within one. */;
  isPart?: boolean;
};

export function SectionBlock({ section, level, isPart = false }: SectionBlockProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div>
      <Heading {...(isPart ? LOOKS.part : LOOKS.heading)}>{section.title}</Heading>
      <SectionBody section={section} />
    </div>
  );
}

function SectionBody({ section }: { section: Section }) {
  switch (section.kind) {
    case "table":
      return (
        <>
          <DataTable {...section} />
          <After text={section.after} />
        </>
      );
    case "week":
      return <WeekTable {...section} />;
    case "entries":
      return <Entries {...section} />;
    case "notes":
      return <Notes {...section} />;
    default:
      return section satisfies never;
  }
}

function After({ text }: { text: string | null }) {
  if (text === null) return null;
  return (
    <p className={LOOKS.small.className} style={{ ...LOOKS.small.style, paddingTop: "6px" }}>
      {text}
    </p>
  );
}

function Entries({ entries, after }: EntriesSection) {
  return (
    <>
      <table role="presentation" width="100%" cellPadding={0} cellSpacing={0}>
        <tbody>
          {entries.map(({ label, tone, what, time, href, lines }) => (
            <tr key={href}>
              <td style={{ ...LOOKS.cell.style, padding: "8px 0" }}>
                <span {...badgeLook(tone)}>{shownWords(label)}</span>{" "}
                {what === null ? null : <b>{shownWords(what)} </b>}
                <a href={href} {...LOOKS.link}>
                  {time}
                </a>
                {lines.map(({ term, words }) => (
                  <div key={term} {...LOOKS.small}>
                    {term}: <code {...LOOKS.name}>{shownWords(words)}</code>
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <After text={after} />
    </>
  );
}

function Notes({ notes, link }: NotesSection) {
  return (
    <>
      {notes.map(({ tone, words }) => {
        const sentence = shownWords(words);
        const look = tone === "plain" ? LOOKS.line : toneLook(tone);
        return (
          <p key={sentence} className={look.className} style={{ ...LOOKS.line.style, ...look.style }}>
            {sentence}
          </p>
        );
      })}
      <p {...LOOKS.line}>
        <a href={link.href} {...LOOKS.link}>
          {link.text}
        </a>
      </p>
    </>
  );
}
