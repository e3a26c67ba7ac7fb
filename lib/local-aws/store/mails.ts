import { type Database, type Row, readNumber, readOptionalText, readText } from "./database.ts";

interface Envelope {
  date: number;
  sender: string;
  recipient: string;
  subject: string;
}

/** A mail of a subscription; its text is composed when it is read, so that its links lead to the address served then. */
export interface SubscriptionMail extends Envelope {
  kind: "confirmation" | "notification" | "unsubscribed";
  topicArn: string;
  subscriptionArn: string;
  /** For the confirm and resubscribe links. */
  token: string | null;
  /** What was published; null for the mails SNS writes itself. */
  body: string | null;
  /** Whether the unsubscribe footer follows the body. */
  footer: boolean;
}

/** SES asks whoever reads an address whether it may be sent from. */
export interface VerificationMail extends Envelope {
  kind: "verification";
  region: string;
  token: string;
}

/** A mail that was sent through SES. */
export interface SentMail extends Envelope {
  kind: "email";
  messageId: string;
  text: string | null;
  html: string | null;
  headers: readonly { name: string; value: string }[];
}

export type MailContent = SubscriptionMail | VerificationMail | SentMail;
export type Mail = MailContent & { id: number };

/** Older mails than the newest this many are thrown away. */
const KEPT = 50_000;

function readMail(row: Row): Mail {
  const envelope = {
    id: readNumber(row, "id"),
    date: readNumber(row, "date"),
    sender: readText(row, "sender"),
    recipient: readText(row, "recipient"),
    subject: readText(row, "subject"),
  };
  const kind = readText(row, "kind");
  switch (kind) {
    case "confirmation":
    case "notification":
    case "unsubscribed":
      return { ...envelope, kind, ...readSubscriptionPart(row) };
    case "verification":
      return { ...envelope, kind, region: readText(row, "region"), token: readText(row, "token") };
    case "email":
      return { ...envelope, kind, ...readSentPart(row) };
    default:
      throw new TypeError(`Unknown mail kind ${kind}`);
  }
}

const readSubscriptionPart = (row: Row) => ({
  topicArn: readText(row, "topic_arn"),
  subscriptionArn: readText(row, "subscription_arn"),
  token: readOptionalText(row, "token"),
  body: readOptionalText(row, "body"),
  footer: readNumber(row, "footer") === 1,
});

const readSentPart = (row: Row) => ({
  messageId: readText(row, "message_id"),
  text: readOptionalText(row, "body"),
  html: readOptionalText(row, "html"),
  // `insert` wrote it from the same shape
  headers: JSON.parse(readText(row, "headers")) as SentMail["headers"],
});

/** The columns that a mail has by its kind. */
function partOf(mail: MailContent): Record<string, string | number | null> {
  switch (mail.kind) {
    case "confirmation":
    case "notification":
    case "unsubscribed": {
      const { topicArn, subscriptionArn, token, body, footer } = mail;
      return { topic_arn: topicArn, subscription_arn: subscriptionArn, token, body, footer: footer ? 1 : 0 };
    }
    case "verification":
      return { region: mail.region, token: mail.token };
    case "email":
      return {
        message_id: mail.messageId,
        body: mail.text,
        html: mail.html,
        headers: JSON.stringify(mail.headers),
      };
    default:
      throw new TypeError(`Unknown mail ${mail satisfies never}`);
  }
}

export class MailStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  insert(mail: MailContent): void {
    const { date, kind, sender, recipient, subject } = mail;
    const columns = { date, kind, sender, recipient, subject, ...partOf(mail) };
    const names = Object.keys(columns);
    this.#database.run(
      `INSERT INTO mails (${names.join(", ")}) VALUES (${names.map(() => "?").join(", ")})`,
      ...Object.values(columns),
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
