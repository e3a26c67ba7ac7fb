import { createPublicKey, type KeyObject, randomBytes, sign } from "node:crypto";
import * as der from "./der.ts";

const SHA256_WITH_RSA = der.sequence(der.objectIdentifier("1.2.840.113549.1.1.11"), der.nothing());
const COMMON_NAME = "2.5.4.3";
const KEY_USAGE = "2.5.29.15";
const SUBJECT_ALT_NAME = "2.5.29.17";
const BASIC_CONSTRAINTS = "2.5.29.19";
const DNS_NAME_TAG = 2;
const DIGITAL_SIGNATURE = der.bitString(Buffer.of(0x80), 7);
const X509_V3 = der.unsignedInteger(Buffer.of(2));

/**
 * An X.509 v3 certificate in PEM (RFC 5280) for an RSA private key, signed by that same key with SHA-256. It
 * names `host` as subject, issuer and DNS name, and may sign messages but no other certificates.
 */
export function selfSignedCertificate(
  privateKey: KeyObject,
  host: string,
  validity: { from: Date; until: Date },
): string {
  const name = der.sequence(der.setOf(der.sequence(der.objectIdentifier(COMMON_NAME), der.utf8String(host))));
  const toBeSigned = der.sequence(
    der.explicit(0, X509_V3),
    der.unsignedInteger(randomBytes(16)),
    SHA256_WITH_RSA,
    name,
    der.sequence(der.time(validity.from), der.time(validity.until)),
    name,
    createPublicKey(privateKey).export({ type: "spki", format: "der" }),
    der.explicit(3, extensions(host)),
  );
  const signature = sign("sha256", toBeSigned, privateKey);
  return pem(der.sequence(toBeSigned, SHA256_WITH_RSA, der.bitString(signature)));
}

function extensions(host: string): Buffer {
  const names = der.sequence(der.implicit(DNS_NAME_TAG, Buffer.from(host)));
  return der.sequence(
    extension(BASIC_CONSTRAINTS, "critical", der.sequence()),
    extension(KEY_USAGE, "critical", DIGITAL_SIGNATURE),
    extension(SUBJECT_ALT_NAME, "optional", names),
  );
}

function extension(id: string, weight: "critical" | "optional", value: Buffer): Buffer {
  const critical = weight === "critical" ? [der.boolean(true)] : [];
  return der.sequence(der.objectIdentifier(id), ...critical, der.octetString(value));
}

function pem(certificate: Buffer): string {
  const lines = certificate.toString("base64").match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
}
