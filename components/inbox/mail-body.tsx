import { CodeBlock } from "@/components/ui/code-block";
import { linkify } from "@/lib/inbox/linkify";
import { mailContent } from "@/lib/inbox/mail-content";
import { mailDocument } from "@/lib/inbox/mail-document";
import type { Mail } from "@/lib/inbox/queries";

/** What a mail says. Its own markup stands in a frame that may open links in new tabs and nothing else. */
export function MailBody({ mail }: { mail: Mail }) {
  const content = mailContent(mail);
  switch (content.kind) {
    case "html":
      return (
        <iframe
          title={`Mail: ${mail.subject}`}
          srcDoc={mailDocument(content.html)}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          referrerPolicy="no-referrer"
          className="block h-[max(28rem,calc(100dvh-20rem))] w-full flex-1 rounded-b-lg md:h-auto md:min-h-80"
        />
      );
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
