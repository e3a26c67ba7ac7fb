/** https://docs.aws.amazon.com/sns/latest/dg/sns-email-notifications.html: a hard limit. */
const MAX_MAILS_PER_SECOND = 10;

/** Counts mails per subscription over the last second. */
export class MailRate {
  readonly #sent = new Map<string, number[]>();

  /** Notes a mail at `now` (ms); false when it is one too many within a second. */
  allows(subscriptionArn: string, now: number): boolean {
    const recent = (this.#sent.get(subscriptionArn) ?? []).filter((time) => time > now - 1000);
    if (recent.length >= MAX_MAILS_PER_SECOND) {
      this.#sent.delete(subscriptionArn);
      return false;
    }
    recent.push(now);
    this.#sent.set(subscriptionArn, recent);
    return true;
  }
}
