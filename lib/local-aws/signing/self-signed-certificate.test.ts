import { generateKeyPairSync, X509Certificate } from "node:crypto";
import { expect, test } from "vitest";
import { selfSignedCertificate } from "./self-signed-certificate.ts";

const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });

test.each(["2049-12-31T23:59:59.000Z", "2050-01-01T00:00:00.000Z"])("ends exactly at %s", (end) => {
  const from = new Date("2026-01-02T03:04:05.000Z");
  const certificate = new X509Certificate(
    selfSignedCertificate(privateKey, "sns.amazonaws.com", { from, until: new Date(end) }),
  );
  expect(certificate.validFromDate).toEqual(from);
  expect(certificate.validToDate).toEqual(new Date(end));
  expect(certificate.verify(certificate.publicKey)).toBe(true);
});

test("may sign messages and nothing else", () => {
  const certificate = new X509Certificate(
    selfSignedCertificate(privateKey, "sns.amazonaws.com", { from: new Date(0), until: new Date(1e12) }),
  );
  expect(certificate.ca).toBe(false);
  expect(certificate.checkHost("sns.amazonaws.com")).toBe("sns.amazonaws.com");
  expect(certificate.checkHost("example.com")).toBeUndefined();
});
