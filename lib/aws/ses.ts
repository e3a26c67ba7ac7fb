import "server-only";
import {
  CreateEmailIdentityCommand,
  GetAccountCommand,
  GetEmailIdentityCommand,
  type GetEmailIdentityCommandOutput,
  ListEmailIdentitiesCommand,
  type ListEmailIdentitiesCommandOutput,
  type SESv2Client,
  SendEmailCommand,
  type VerificationStatus,
} from "@aws-sdk/client-sesv2";
import { answered, rethrow } from "./answer.ts";
import { nullWhenMissing } from "./errors.ts";
import type { SesAccount, SesIdentity, SesPort } from "./ports.ts";
import { sendFailure } from "./send-failure.ts";

/** https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_ListEmailIdentities.html */
const MAX_PAGE = 1000;

type ClientFor = (region: string) => SESv2Client;

/**
 * SES through the SDK. `askingFor` and `sendingFor` give the clients of a region; those that send must make one attempt
 * only (`maxAttempts: 1`): what the SDK repeats after a broken connection arrives twice.
 */
export function sesPort(askingFor: ClientFor, sendingFor: ClientFor): SesPort {
  return {
    async getAccount(region) {
      const account = await askingFor(region).send(new GetAccountCommand({})).catch(rethrow);
      const { Max24HourSend = 0, MaxSendRate = 0, SentLast24Hours = 0 } = account.SendQuota ?? {};
      return {
        sandbox: account.ProductionAccessEnabled !== true,
        sendingEnabled: account.SendingEnabled === true,
        enforcement: enforcementOf(account.EnforcementStatus),
        quota: {
          perDay: Max24HourSend < 0 ? null : Max24HourSend,
          perSecond: MaxSendRate,
          sentLastDay: SentLast24Hours,
        },
      };
    },

    async listIdentities(region) {
      const identities: SesIdentity[] = [];
      let NextToken: string | undefined;
      do {
        const page: ListEmailIdentitiesCommandOutput = await askingFor(region)
          .send(new ListEmailIdentitiesCommand({ PageSize: MAX_PAGE, NextToken }))
          .catch(rethrow);
        for (const { IdentityName: name, VerificationStatus, SendingEnabled } of page.EmailIdentities ?? [])
          if (name) identities.push(identity(name, SendingEnabled === true, VerificationStatus));
        NextToken = page.NextToken;
      } while (NextToken);
      return identities;
    },

    async findIdentity(region, name) {
      let nearest: SesIdentity | null = null;
      for (const candidate of identitiesOf(name)) {
        const found: GetEmailIdentityCommandOutput | null = await askingFor(region)
          .send(new GetEmailIdentityCommand({ EmailIdentity: candidate }))
          .catch(nullWhenMissing);
        if (!found) continue;
        const it = identity(candidate, found.VerifiedForSendingStatus === true, found.VerificationStatus);
        if (it.status === "verified") return it;
        nearest ??= it;
      }
      return nearest;
    },

    async createIdentity(region, EmailIdentity) {
      const answer = await askingFor(region)
        .send(new CreateEmailIdentityCommand({ EmailIdentity }))
        .catch(rethrow);
      return answered(answer, undefined);
    },

    async sendRaw(region, { from, to, raw }) {
      const command = new SendEmailCommand({
        FromEmailAddress: from,
        Destination: { ToAddresses: [to] },
        Content: { Raw: { Data: raw } },
      });
      try {
        const { MessageId, $metadata } = await sendingFor(region).send(command);
        return { ok: true, messageId: MessageId ?? "", requestId: $metadata.requestId };
      } catch (error) {
        return sendFailure(error);
      }
    },
  };
}

function enforcementOf(status: string | undefined): SesAccount["enforcement"] {
  if (status === "SHUTDOWN") return "shutdown";
  return status === "PROBATION" ? "probation" : "healthy";
}

function identity(name: string, maySend: boolean, status: VerificationStatus | undefined): SesIdentity {
  return {
    name,
    kind: name.includes("@") ? "address" : "domain",
    status: maySend ? "verified" : status === "FAILED" ? "failed" : "pending",
  };
}

/** An address, its domain and the domains above it, nearest first; top-level domains cannot be verified. */
function identitiesOf(name: string): string[] {
  const [domain = ""] = name.split("@").slice(-1);
  const labels = domain.split(".");
  const domains = labels.slice(0, -1).map((_, n) => labels.slice(n).join("."));
  return name === domain ? domains : [name, ...domains];
}
