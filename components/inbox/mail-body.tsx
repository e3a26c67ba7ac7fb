import { CodeBlock } from "@/components/ui/code-block";
import type { MailView } from "@/lib/inbox/constants";
import { linkify } from "@/lib/inbox/linkify";
import { type MailHeader, mailContent } from "@/lib/inbox/mail-content";
import type { Mail } from "@/lib/inbox/queries";
import { MailFrame } from "./mail-frame.tsx";

/** One view of what a mail says. Its own markup stands in a frame that may open links in new tabs and nothing else. */
export function MailBody({ mail, view }: { mail: Mail; view: MailView }) {
  const content = mailContent(mail, view);
  switch (content.kind) {
    case "html":
      return <MailFrame title={`Mail: ${mail.subject}`} html={content.html} />;
    case "json":
      return (
        <div className="p-5">
          <CodeBlock code={content.text} label="Message" />
        </div>
      );
    case "text":
      return <TextBody text={content.text} />;
    case "headers":
      return <HeaderTable headers={content.headers} />;
    default:
      return content satisfies never;
  }
}

function TextBody({ text }: { text: string }) {
  return (
    <div className="p-5 whitespace-pre-wrap">
      {linkify(text).map((part, index) =>
        part.kind === "text" ? (
          part.text
        ) : (
          <a
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text, which never change
            key={index}
            href={part.href}
            target="_blank"
            rel="noopener noreferrer"
            className="text-accent underline underline-offset-2"
          >
            {part.text}
          </a>
        ),
      )}
    </div>
  );
}

function HeaderTable({ headers }: { headers: readonly MailHeader[] }) {
  return (
    <table className="m-5 text-sm">
      <caption className="sr-only">Headers of the mail, in their order</caption>
      <tbody>
        {headers.map(({ name, value }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the headers of one mail, which never change; names repeat
          <tr key={index} className="align-top">
            <th scope="row" className="py-1 pr-4 text-left font-normal whitespace-nowrap text-muted">
              {name}
            </th>
            <td className="py-1 font-mono break-all">{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
