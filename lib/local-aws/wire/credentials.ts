import { AwsError } from "./errors.ts";

const SCOPE = /^AWS4-HMAC-SHA256 .*?Credential=[^/,\s]+\/\d{8}\/([a-z0-9-]+)\/([a-z0-9-]+)\/aws4_request/;

/**
 * The region a request was signed for, or null when it is not signed. The signature itself is not checked: every
 * access key belongs to the one account served here.
 *
 * @throws AwsError `IncompleteSignature` for a header that is not Signature Version 4, `SignatureDoesNotMatch` when it
 * was signed for another service.
 */
export function signedRegion(authorization: string | undefined): string | null {
  if (authorization === undefined) return null;
  const match = SCOPE.exec(authorization);
  const [, region, service] = match ?? [];
  if (region === undefined)
    throw new AwsError("IncompleteSignature", 400, "Authorization header requires 'Credential' parameter.");
  if (service !== "sns")
    throw new AwsError(
      "SignatureDoesNotMatch",
      403,
      "Credential should be scoped to correct service: 'sns'.",
    );
  return region;
}
