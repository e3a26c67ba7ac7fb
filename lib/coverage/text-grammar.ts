/** The texts that an attribute can hold when they cannot be listed. */
export type TextGrammar = {
  /** One such text within a sentence: "a bucket name". */
  readonly noun: string;
  /** What all of them have in common, as the end of a sentence about one. */
  readonly rule: string;
  /** Administrators know the texts and name them, so a well-formed one is taken to exist. */
  readonly named: boolean;
  readonly admits: (text: string) => boolean;
  /** Characters that can occur; undefined for any. */
  readonly alphabet: readonly string[] | undefined;
  /** Length of the shortest text, in characters. */
  readonly shortest: number;
  /** A character that may stand anywhere in a text. */
  readonly filler: string;
  /** Different texts for different numbers from 0 on. */
  readonly nth: (index: number) => string;
  /** Whether a text can be an IP address. */
  readonly holdsAddresses: boolean;
};

const LETTERS_AND_DIGITS = [..."abcdefghijklmnopqrstuvwxyz0123456789"];
const BUCKET_NAME = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const ACCOUNT_ID = /^[0-9]{12}$/;

/**
 * S3's rule as far as the catalog checks it, plus that no name may look like an IP address.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
export const bucketName: TextGrammar = {
  noun: "a bucket name",
  rule: "has 3 to 63 lower-case letters, digits, dots and hyphens, and begins and ends with a letter or digit",
  named: true,
  admits: (text) => BUCKET_NAME.test(text),
  alphabet: [...LETTERS_AND_DIGITS, ".", "-"],
  shortest: 3,
  filler: "a",
  nth: (index) => index.toString(36).padStart(3, "0"),
  holdsAddresses: false,
};

export const accountId: TextGrammar = {
  noun: "an account ID",
  rule: "has exactly 12 digits",
  named: true,
  admits: (text) => ACCOUNT_ID.test(text),
  alphabet: [..."0123456789"],
  shortest: 12,
  filler: "0",
  nth: (index) => String(index).padStart(12, "0"),
  holdsAddresses: false,
};

const OBJECT_KEY_BYTES = 1024;

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html */
export const objectKey: TextGrammar = {
  ...anyText(),
  noun: "an object key",
  rule: `has 1 to ${OBJECT_KEY_BYTES} bytes`,
  admits: (text) => text !== "" && new TextEncoder().encode(text).length <= OBJECT_KEY_BYTES,
};

/** SNS takes no empty attribute. https://docs.aws.amazon.com/sns/latest/dg/sns-message-attributes.html */
export const someText: TextGrammar = { ...anyText(), noun: "this value", rule: "is never empty" };

/** A text field of a body, which may be empty. */
export const anyBodyText: TextGrammar = {
  ...anyText(),
  noun: "this field",
  rule: "holds any text",
  admits: () => true,
  shortest: 0,
};

function anyText() {
  return {
    named: false,
    admits: (text: string) => text !== "",
    alphabet: undefined,
    shortest: 1,
    filler: "a",
    nth: (index: number) => `a${index}`,
    holdsAddresses: true,
  };
}
