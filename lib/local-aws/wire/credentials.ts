import { AwsError } from "./errors.ts";

const SCOPE = /^AWS4-HMAC-SHA256 .*?Credential=[^/,\s]+\/\d{8}\/([a-z0-9-]+)\/([a-z0-9-]+)\/aws4_request/;

/**
 * The region a request was signed for, or null when it is not signed. The signature itself is not checked: every
 * access key belongs to the one account served here.
 *
 * @throws AwsError `IncompleteSignature` for a header that is not Signature Version 4, `SignatureDoesNotMatch` when it
 * was signed for another service.
 */
export function signedRegion(authorization: string | undefined, service: string): string | null {
  if (authorization === undefined) return null;
  const match = SCOPE.exec(authorization);
  const [, region, scope] = match ?? [];
  if (region === undefined)
    throw new AwsError("IncompleteSignature", 400, "Authorization header requires 'Credential' parameter.");
  if (scope !== service)
    throw new AwsError(
      "SignatureDoesNotMatch",
      403,
      `Credential should be scoped to correct service: '${service}'.`,
    );
  return region;
}

/**
 * The region a request was signed for, where a signature is needed.
 *
 * @throws AwsError what `signedRegion` throws, and `MissingAuthenticationToken` for an unsigned request.
 */
export function requireSignedRegion(authorization: string | undefined, service: string): string {
  const region = signedRegion(authorization, service);
  if (region !== null) return region;
  throw new AwsError("MissingAuthenticationToken", 403, "Request is missing Authentication Token");
}
