import { randomBytes } from "node:crypto";
import type { LocalAws } from "../local-aws.ts";
import { verificationMail } from "../mail/compose.ts";
import type { RestCall, RestOperation } from "../rest-service.ts";
import type { EmailIdentity } from "../store/email-identities.ts";
import { pageOf } from "../wire/page-of.ts";
import { readIdentityName } from "./addresses.ts";
import { alreadyExists, constraints, invalidToken, notFound } from "./errors.ts";
import { isAddress, statusOf } from "./identity-status.ts";
import { readPageSize } from "./page-size.ts";

/** There is no DNS to look into: a domain counts as found there after this time. */
const DOMAIN_WAIT_MS = 60_000;

/** https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_CreateEmailIdentity.html */
export const createEmailIdentity: RestOperation = (aws, { input, region }) => {
  const name = readIdentityName(constraints.need(input.text("EmailIdentity"), "emailIdentity"));
  const { store, clock } = aws;
  if (store.emailIdentities.find(region, name)) throw alreadyExists(`Email identity ${name} already exist.`);
  const token = isAddress(name) ? randomBytes(32).toString("hex") : null;
  const verifiedAt = token === null ? clock.now() + DOMAIN_WAIT_MS : null;
  const identity: EmailIdentity = { region, name, createdAt: clock.now(), verifiedAt, token };
  store.emailIdentities.insert(identity);
  if (token !== null) store.mails.insert(verificationMail(aws, { region, address: name, token }));
  const { IdentityType, VerifiedForSendingStatus, DkimAttributes } = describe(aws, identity);
  return { IdentityType, VerifiedForSendingStatus, DkimAttributes };
};

export const getEmailIdentity: RestOperation = (aws, { label, region }) =>
  describe(aws, requireIdentity(aws, region, label));

export const deleteEmailIdentity: RestOperation = (aws, { label, region }) => {
  aws.store.emailIdentities.remove(region, requireIdentity(aws, region, label).name);
  return {};
};

/** Newer clients POST its members, older ones send them as a query. */
export const listEmailIdentities: RestOperation = (aws, call) => {
  const page = pageOf(aws.store.emailIdentities.list(call.region), {
    limit: readPageSize(call.input.integer("PageSize") ?? call.query.get("PageSize")),
    token: call.input.text("NextToken") ?? call.query.get("NextToken") ?? undefined,
    listing: "identities",
    refuseToken: invalidToken,
  });
  return {
    EmailIdentities: page.items.map((identity) => ({
      IdentityType: typeOf(identity),
      IdentityName: identity.name,
      SendingEnabled: statusOf(aws, identity) === "SUCCESS",
      VerificationStatus: statusOf(aws, identity),
    })),
    ...(page.next === undefined ? {} : { NextToken: page.next }),
  };
};

function requireIdentity({ store }: LocalAws, region: RestCall["region"], label: string): EmailIdentity {
  const name = readIdentityName(label);
  const identity = store.emailIdentities.find(region, name);
  if (!identity) throw notFound(`Email identity ${name} does not exist.`);
  return identity;
}

const typeOf = ({ name }: EmailIdentity) => (isAddress(name) ? "EMAIL_ADDRESS" : "DOMAIN");

function describe(aws: LocalAws, identity: EmailIdentity) {
  const status = statusOf(aws, identity);
  const address = isAddress(identity.name);
  return {
    IdentityType: typeOf(identity),
    FeedbackForwardingStatus: true,
    VerifiedForSendingStatus: status === "SUCCESS",
    VerificationStatus: status,
    DkimAttributes: {
      SigningEnabled: !address,
      Status: address ? "NOT_STARTED" : status,
      SigningAttributesOrigin: "AWS_SES",
    },
    MailFromAttributes: { BehaviorOnMxFailure: "USE_DEFAULT_VALUE" },
    Policies: {},
    Tags: [],
  };
}
