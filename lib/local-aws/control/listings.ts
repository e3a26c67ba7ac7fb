import type { LocalAws } from "../local-aws.ts";
import { renderMail } from "../mail/render.ts";
import type { Mail } from "../store/mails.ts";
import { ControlError } from "./input.ts";

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 500;

/** The mailbox, newest first: `limit` mails older than `before`. */
export function listMails({ store, links }: LocalAws, search: URLSearchParams) {
  const { limit, before } = readRange(search);
  const rows = store.mails.page(limit + 1, before);
  const mails = rows.slice(0, limit).map((mail) => ({
    id: String(mail.id),
    date: new Date(mail.date).toISOString(),
    from: mail.sender,
    to: mail.recipient,
    subject: mail.subject,
    kind: mail.kind,
    ...originOf(mail),
    ...renderMail(mail, links),
  }));
  return { mails, ...nextBefore(rows.length > limit, mails) };
}

/** Where a mail comes from: a subscription, or a call of SES. */
function originOf(mail: Mail) {
  switch (mail.kind) {
    case "email":
      return { messageId: mail.messageId, headers: mail.headers };
    case "verification":
      return {};
    default:
      return { topicArn: mail.topicArn, subscriptionArn: mail.subscriptionArn };
  }
}

/** What left for endpoints other than mailboxes, newest first. */
export function listDeliveries({ store }: LocalAws, search: URLSearchParams) {
  const { limit, before } = readRange(search);
  const rows = store.deliveries.page(limit + 1, before);
  const deliveries = rows.slice(0, limit).map(({ id, date, retryPolicy, ...delivery }) => ({
    id: String(id),
    date: new Date(date).toISOString(),
    ...delivery,
  }));
  return { deliveries, ...nextBefore(rows.length > limit, deliveries) };
}

/** Every queue of every region with what it holds now. */
export function listQueues({ store, clock }: LocalAws) {
  const now = clock.now();
  const queues = store.queues.listAll().map((queue) => {
    const deadLetterOf = store.queues.listSourcesOf(queue.arn).map(({ arn }) => arn);
    return {
      name: queue.name,
      arn: queue.arn,
      ...store.queueMessages.count(queue.ordinal, now),
      ...(deadLetterOf.length > 0 ? { deadLetterOf } : {}),
    };
  });
  return { queues };
}

function nextBefore(more: boolean, items: readonly { id: string }[]): { nextBefore?: string } {
  const last = items.at(-1);
  return more && last ? { nextBefore: last.id } : {};
}

function readRange(search: URLSearchParams): { limit: number; before: number } {
  return { limit: readLimit(search), before: readParameter(search, "before", Number.MAX_SAFE_INTEGER) };
}

/** How many items a listing is asked for, 50 unless it says so. */
export function readLimit(search: URLSearchParams): number {
  const limit = readParameter(search, "limit", DEFAULT_LIMIT);
  if (limit < 1 || limit > MAX_LIMIT) throw new ControlError(400, `limit must be from 1 to ${MAX_LIMIT}.`);
  return limit;
}

function readParameter(search: URLSearchParams, name: string, fallback: number): number {
  const text = search.get(name);
  if (text === null) return fallback;
  if (!/^\d{1,15}$/.test(text)) throw new ControlError(400, `${name} must be a whole number.`);
  return Number(text);
}
