import type { SesAccount, SesIdentity } from "@/lib/aws/ports";

/** What SES says of the console's own region. */
export type Sending = { region: string; account: SesAccount; identities: SesIdentity[] };

/** Why reports will not arrive, or some; and what to do about it. */
export type SendingProblem = { tone: "warning" | "info"; title: string; remedy: string };

/** What stands between saving and the mails' arrival. An empty sender is not judged. */
export function sendingProblems(
  { region, account, identities }: Sending,
  { sender, recipients }: { sender: string; recipients: readonly string[] },
): SendingProblem[] {
  const problems: SendingProblem[] = [];
  if (!account.sendingEnabled || account.enforcement === "shutdown")
    problems.push({
      tone: "warning",
      title: `SES has paused this account's sending in ${region}`,
      remedy: "No report goes out until it is resumed. The SES console says why, under Account dashboard.",
    });
  else if (account.enforcement === "probation")
    problems.push({
      tone: "warning",
      title: `This account is under review by SES in ${region}`,
      remedy: "Reports still go out. Look at bounces and complaints in the SES console before AWS pauses it.",
    });
  if (sender !== "") problems.push(...senderProblems(sender, identities, region));
  if (account.sandbox) problems.push(sandboxProblem(recipients, identities, region));
  return [...problems, ...quotaProblems(account, recipients)];
}

function senderProblems(
  sender: string,
  identities: readonly SesIdentity[],
  region: string,
): SendingProblem[] {
  const candidates = identities.filter((each) => standsFor(each, sender));
  if (candidates.some(({ status }) => status === "verified")) return [];
  const [pending] = candidates;
  if (pending)
    return [
      {
        tone: "warning",
        title: `${pending.name} is not verified yet`,
        remedy:
          pending.kind === "address"
            ? "SES refuses it until somebody follows the link in the mail that SES sent to it."
            : "SES refuses it until its DNS records are found. The SES console lists them.",
      },
    ];
  return [
    {
      tone: "warning",
      title: `SES may not send from ${sender}`,
      remedy: `Verify the address or its domain in the SES console, under Identities, in ${region}. Or choose one that is verified.`,
    },
  ];
}

const NAMED = 3;

function sandboxProblem(
  recipients: readonly string[],
  identities: readonly SesIdentity[],
  region: string,
): SendingProblem {
  const title = `SES is in its sandbox in ${region}`;
  const refused = recipients.filter(
    (recipient) => !identities.some((each) => each.status === "verified" && standsFor(each, recipient)),
  );
  if (refused.length === 0) {
    const all = recipients.length > 0 ? " All recipients are." : "";
    return { tone: "info", title, remedy: `It delivers to verified addresses only.${all}` };
  }
  const more = refused.length > NAMED ? ` and ${refused.length - NAMED} more` : "";
  return {
    tone: "warning",
    title,
    remedy: `It refuses ${refused.slice(0, NAMED).join(", ")}${more}. Request production access in the SES console, or verify each of them there.`,
  };
}

function quotaProblems({ quota }: SesAccount, recipients: readonly string[]): SendingProblem[] {
  if (quota.perDay === null || quota.perDay - quota.sentLastDay >= recipients.length) return [];
  return [
    {
      tone: "warning",
      title: "SES's daily quota is nearly spent",
      remedy: `${quota.sentLastDay} of ${quota.perDay} mails of 24 hours are sent. Request a higher quota, or use a group's address.`,
    },
  ];
}

/** An identity stands for itself; a domain also for its addresses and for those of the domains below it. */
function standsFor({ name, kind }: SesIdentity, address: string): boolean {
  const wanted = address.toLowerCase();
  const own = name.toLowerCase();
  if (kind === "address") return wanted === own;
  const domain = wanted.slice(wanted.lastIndexOf("@") + 1);
  return domain === own || domain.endsWith(`.${own}`);
}

/** Senders to offer: verified addresses, and one of each verified domain. */
export function offeredSenders({ identities }: Sending): string[] {
  const verified = identities.filter(({ status }) => status === "verified");
  const addresses = verified.map(({ name, kind }) => (kind === "address" ? name : `reports@${name}`));
  return [...new Set(addresses)].sort();
}
