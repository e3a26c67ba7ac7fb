import { CodeBlock } from "@/components/ui/code-block";
import { linkify } from "@/lib/inbox/linkify";
import { mailContent } from "@/lib/inbox/mail-content";
import type { Mail } from "@/lib/inbox/queries";
import { MailFrame } from "./mail-frame.tsx";

/** What a mail says. Its own markup stands in a frame that may open links in new tabs and nothing else. */
export function MailBody({ mail }: { mail: Mail }) {
  const content = mailContent(mail);
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
