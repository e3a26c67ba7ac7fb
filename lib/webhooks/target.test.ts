import { describe, expect, test } from "vitest";
import { allowedHosts } from "./allowed-hosts.ts";
import { isPublicAddress } from "./public-address.ts";
import { targetProblem } from "./target.ts";

const nothing = allowedHosts("");

describe("a public address", () => {
  test.each([
    "8.8.8.8",
    "52.119.1.1",
    "172.32.0.1",
    "100.128.0.1",
    "2606:4700::1111",
    "2a00:1450:4001::200e",
  ])("%s is one", (address) => expect(isPublicAddress(address)).toBe(true));

  test.each([
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
    "169.254.170.2",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.8",
    "192.168.1.1",
    "198.19.0.1",
    "203.0.113.9",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:8.8.8.8",
    "::ffff:a9fe:a9fe",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2002:a9fe:a9fe::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "not an address",
    "",
  ])("%s is none", (address) => expect(isPublicAddress(address)).toBe(false));
});

describe("a webhook's address", () => {
  test.each([
    "https://hooks.slack.com/services/T0/B0/x",
    "https://8.8.8.8/hook?x=1",
    "https://example.com:8443/",
  ])("%s can be used", (url) => expect(targetProblem(url, nothing)).toBeNull());

  test.each([
    ["", "whole address"],
    ["hooks.slack.com/services", "whole address"],
    ["http://hooks.slack.com/services", "https"],
    ["ftp://example.com/", "https"],
    ["javascript:alert(1)", "https"],
    ["https://user@example.com/", "password"],
    ["https://example.com/#part", "#"],
    ["https://127.0.0.1/", "not public"],
    ["https://2130706433/", "not public"],
    ["https://0x7f.1/", "not public"],
    ["https://0177.0.0.1/", "not public"],
    ["https://[::1]/", "not public"],
    ["https://[::ffff:127.0.0.1]/", "not public"],
    ["https://169.254.169.254/latest/meta-data", "not public"],
    ["https://localhost/", "not public"],
    ["https://a.localhost./", "not public"],
  ])("%s cannot, and it says why", (url, reason) => expect(targetProblem(url, nothing)).toContain(reason));
});

describe("what the configuration allows", () => {
  const allowed = allowedHosts("Bridge.internal, 10.1.0.0/16 127.0.0.1,fd00:1::/32");

  test("may be called, by http too", () => {
    for (const url of [
      "http://bridge.internal/x",
      "https://10.1.2.3/",
      "http://127.0.0.1:4000/",
      "http://[fd00:1::9]/",
    ])
      expect(targetProblem(url, allowed)).toBeNull();
  });

  test("ends where it says", () => {
    for (const url of [
      "https://10.2.0.1/",
      "http://127.0.0.2/",
      "http://x.bridge.internal/",
      "https://[fd00:2::1]/",
    ])
      expect(targetProblem(url, allowed)).not.toBeNull();
  });

  test.each(["10.0.0.0/33", "10.0.0/8", "http://x", "10.0.0.0/8/8", "fd00::/129"])(
    "%s is refused by name",
    (entry) => expect(() => allowedHosts(entry)).toThrow(entry),
  );
});
