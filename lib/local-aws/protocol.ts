/** https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html, parameter Protocol. */
const PROTOCOLS = [
  "http",
  "https",
  "email",
  "email-json",
  "sms",
  "sqs",
  "application",
  "lambda",
  "firehose",
] as const;

export type Protocol = (typeof PROTOCOLS)[number];

export function isProtocol(text: string): text is Protocol {
  return PROTOCOLS.some((protocol) => protocol === text);
}

/** @throws TypeError for a text that is no protocol. */
export function requireProtocol(text: string): Protocol {
  if (isProtocol(text)) return text;
  throw new TypeError(`Unknown protocol ${text}`);
}
