import type { ReportView } from "../view.ts";
import { shownWords } from "../words.ts";
import { LOOKS, noticeLook, STYLE_SHEET, verdictLook } from "./mail-style.ts";
import { SectionBlock } from "./section-block.tsx";

/** Fills what programs show behind the subject, so that nothing of the mail's body follows the preheader. */
const FILLER = "\u034f\u00a0".repeat(90);

/** The report as HTML for mail programs: tables for layout, colours inline, dark ones where a style sheet is read. */
export function ReportMail({ view }: { view: ReportView }) {
  const { parts, delivery } = view;
  const isOnePart = parts.every(({ title }) => title === null);
  return (
    <html lang="en" dir="ltr">
      {/* biome-ignore lint/style/noHeadElement: a mail is no page of the console */}
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no" />
        <title>{view.subject}</title>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: it is a constant, and its signs must not be escaped */}
        <style dangerouslySetInnerHTML={{ __html: STYLE_SHEET }} />
      </head>
      <body {...LOOKS.canvas}>
        <div style={{ display: "none", maxHeight: 0, overflow: "hidden", opacity: 0 }}>
          {view.preheader}
          {FILLER}
        </div>
        <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} {...LOOKS.canvas}>
          <tbody>
            <tr>
              <td align="center" className="edge" style={{ padding: "24px 12px" }}>
                <table role="presentation" width={600} cellPadding={0} cellSpacing={0} {...LOOKS.sheet}>
                  <tbody>
                    <tr>
                      <td
                        align="left"
                        className={`inside ${LOOKS.page.className}`}
                        style={{ ...LOOKS.page.style, padding: "28px 32px" }}
                      >
                        <div role="main">
                          <Head {...view} />
                          {parts.map(({ title, sections }) => (
                            <div key={title}>
                              {title === null ? null : <h2 {...LOOKS.part}>{title}</h2>}
                              {sections.map((section) => (
                                <SectionBlock
                                  key={section.title}
                                  section={section}
                                  level={title === null ? 2 : 3}
                                />
                              ))}
                            </div>
                          ))}
                          <SectionBlock section={delivery} level={2} isPart={!isOnePart} />
                        </div>
                        <Foot {...view.footer} />
                      </td>
                    </tr>
                  </tbody>
                </table>
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </html>
  );
}

function Head({ title, verdict, about, warnings }: ReportView) {
  return (
    <>
      <p {...LOOKS.quiet}>{title}</p>
      <h1 {...verdictLook(verdict.tone)}>{capital(shownWords(verdict.words))}</h1>
      <p {...LOOKS.quiet}>{about}</p>
      {warnings.map(({ tone, words }) => {
        const sentence = shownWords(words);
        return (
          <p key={sentence} {...noticeLook(tone)}>
            {sentence}
          </p>
        );
      })}
    </>
  );
}

function Foot({ words, links }: ReportView["footer"]) {
  return (
    <div role="contentinfo" style={{ paddingTop: "28px" }}>
      <p {...LOOKS.small}>
        {words}{" "}
        {links.map(({ text, href }, index) => (
          <span key={href}>
            {index > 0 ? " · " : null}
            <a href={href} {...LOOKS.link}>
              {text}
            </a>
          </span>
        ))}
      </p>
    </div>
  );
}

function capital(sentence: string): string {
  return `${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}`;
}
