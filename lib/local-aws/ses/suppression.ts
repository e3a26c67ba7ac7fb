import type { RestOperation } from "../rest-service.ts";
import type { SuppressedAddress } from "../store/suppressed-addresses.ts";
import { pageOf } from "../wire/page-of.ts";
import { readAddress } from "./addresses.ts";
import { badRequest, constraints, invalidToken, notFound } from "./errors.ts";
import { readPageSize } from "./page-size.ts";

const REASONS = ["BOUNCE", "COMPLAINT"] as const;

/** https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_PutSuppressedDestination.html */
export const putSuppressedDestination: RestOperation = ({ store, clock }, { input, region }) => {
  const address = readAddress(constraints.need(input.text("EmailAddress"), "emailAddress"));
  const reason = constraints.oneOf(constraints.need(input.text("Reason"), "reason"), "reason", REASONS);
  store.suppressedAddresses.put(region, { address, reason, updatedAt: clock.now() });
  return {};
};

export const getSuppressedDestination: RestOperation = ({ store }, { label, region }) => {
  const found = store.suppressedAddresses.find(region, readAddress(label));
  if (!found) throw notSuppressed(label);
  return { SuppressedDestination: { ...describe(found), Attributes: {} } };
};

export const deleteSuppressedDestination: RestOperation = ({ store }, { label, region }) => {
  if (!store.suppressedAddresses.remove(region, readAddress(label))) throw notSuppressed(label);
  return {};
};

export const listSuppressedDestinations: RestOperation = ({ store }, { query, region }) => {
  const reasons = query.getAll("Reason").map((reason) => constraints.oneOf(reason, "reasons", REASONS));
  const [from, until] = [readTime(query, "StartDate"), readTime(query, "EndDate")];
  const listed = store.suppressedAddresses
    .list(region)
    .filter(({ reason }) => reasons.length === 0 || reasons.some((one) => one === reason))
    .filter(({ updatedAt }) => updatedAt >= (from ?? 0) && updatedAt <= (until ?? Number.POSITIVE_INFINITY));
  const page = pageOf(listed, {
    limit: readPageSize(query.get("PageSize")),
    token: query.get("NextToken") ?? undefined,
    listing: "suppressed",
    refuseToken: invalidToken,
  });
  return {
    SuppressedDestinationSummaries: page.items.map(describe),
    ...(page.next === undefined ? {} : { NextToken: page.next }),
  };
};

function describe({ address, reason, updatedAt }: SuppressedAddress) {
  return { EmailAddress: address, Reason: reason, LastUpdateTime: updatedAt / 1000 };
}

function notSuppressed(address: string) {
  return notFound(`Email address ${address} does not exist on your suppression list.`);
}

function readTime(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw badRequest(`${name} must be a time.`);
  return time;
}
