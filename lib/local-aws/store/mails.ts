import { type Database, type Row, readNumber, readOptionalText, readText } from "./database.ts";

export type MailKind = "confirmation" | "notification" | "unsubscribed";

/** What a mail says; its text is composed when it is read, so that its links lead to the address served then. */
export interface MailContent {
  date: number;
  kind: MailKind;
  sender: string;
  recipient: string;
  subject: string;
  topicArn: string;
  subscriptionArn: string;
  /** For the confirm and resubscribe links. */
  token: string | null;
  /** What was published; null for the mails SNS writes itself. */
  body: string | null;
  /** Whether the unsubscribe footer follows the body. */
  footer: boolean;
}

export interface Mail extends MailContent {
  id: number;
}

/** Older mails than the newest this many are thrown away. */
const KEPT = 50_000;

const readMail = (row: Row): Mail => ({
  id: readNumber(row, "id"),
  date: readNumber(row, "date"),
  kind: readKind(readText(row, "kind")),
  sender: readText(row, "sender"),
  recipient: readText(row, "recipient"),
  subject: readText(row, "subject"),
  topicArn: readText(row, "topic_arn"),
  subscriptionArn: readText(row, "subscription_arn"),
  token: readOptionalText(row, "token"),
  body: readOptionalText(row, "body"),
  footer: readNumber(row, "footer") === 1,
});

function readKind(text: string): MailKind {
  if (text === "confirmation" || text === "notification" || text === "unsubscribed") return text;
  throw new TypeError(`Unknown mail kind ${text}`);
}

export class MailStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  insert(mail: MailContent): void {
    this.#database.run(
      `INSERT INTO mails (date, kind, sender, recipient, subject, topic_arn, subscription_arn, token, body, footer)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      mail.date,
      mail.kind,
      mail.sender,
      mail.recipient,
      mail.subject,
      mail.topicArn,
      mail.subscriptionArn,
      mail.token,
      mail.body,
      mail.footer ? 1 : 0,
    );
  }

  prune(): void {
    this.#database.run("DELETE FROM mails WHERE id <= (SELECT max(id) FROM mails) - ?", KEPT);
  }

  /** Newest first; `before` is the id of the last mail of the page before. */
  page(limit: number, before: number): Mail[] {
    return this.#database.all(
      readMail,
      "SELECT * FROM mails WHERE id < ? ORDER BY id DESC LIMIT ?",
      before,
      limit,
    );
  }
}
