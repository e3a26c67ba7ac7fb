import type { RestService } from "../rest-service.ts";
import { getAccount } from "./account.ts";
import {
  createEmailIdentity,
  deleteEmailIdentity,
  getEmailIdentity,
  listEmailIdentities,
} from "./identities.ts";
import { sendEmail } from "./send-email.ts";
import {
  deleteSuppressedDestination,
  getSuppressedDestination,
  listSuppressedDestinations,
  putSuppressedDestination,
} from "./suppression.ts";

const IDENTITIES = "/v2/email/identities";
const SUPPRESSED = "/v2/email/suppression/addresses";

/** SES, API v2. https://docs.aws.amazon.com/ses/latest/APIReference-V2/ */
export const SES: RestService = {
  prefix: "/v2/email/",
  signingName: "ses",
  routes: [
    { operation: "GetAccount", method: "GET", path: "/v2/email/account", run: getAccount },
    { operation: "SendEmail", method: "POST", path: "/v2/email/outbound-emails", run: sendEmail },
    { operation: "CreateEmailIdentity", method: "POST", path: IDENTITIES, run: createEmailIdentity },
    { operation: "ListEmailIdentities", method: "GET", path: IDENTITIES, run: listEmailIdentities },
    {
      operation: "ListEmailIdentities",
      method: "POST",
      path: "/v2/email/list-identities",
      run: listEmailIdentities,
    },
    {
      operation: "GetEmailIdentity",
      method: "GET",
      path: `${IDENTITIES}/{EmailIdentity}`,
      run: getEmailIdentity,
    },
    {
      operation: "DeleteEmailIdentity",
      method: "DELETE",
      path: `${IDENTITIES}/{EmailIdentity}`,
      run: deleteEmailIdentity,
    },
    { operation: "PutSuppressedDestination", method: "PUT", path: SUPPRESSED, run: putSuppressedDestination },
    {
      operation: "ListSuppressedDestinations",
      method: "GET",
      path: SUPPRESSED,
      run: listSuppressedDestinations,
    },
    {
      operation: "GetSuppressedDestination",
      method: "GET",
      path: `${SUPPRESSED}/{EmailAddress}`,
      run: getSuppressedDestination,
    },
    {
      operation: "DeleteSuppressedDestination",
      method: "DELETE",
      path: `${SUPPRESSED}/{EmailAddress}`,
      run: deleteSuppressedDestination,
    },
  ],
};
