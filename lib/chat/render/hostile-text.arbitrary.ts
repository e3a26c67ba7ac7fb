import fc from "fast-check";
import { NOTIFICATION_TYPES, RESULT_TYPES } from "@/lib/catalog";
import { notificationOf } from "./testing.ts";
import type { ChatNotification } from "./types.ts";

/** What chats read as markup, mentions, addresses, functions and emoji, and what breaks text. */
const FRAGMENTS = [
  ...["<!channel>", "<!here|x>", "<@U123>", "<http://evil.com|ok>", "@here", "@channel", "@All", "@Present"],
  ...["@alias@domain.com", "<at>All</at>", "{{DATE(2017-02-14T06:00:00Z)}}", "{{{", ":rotating_light:", ":)"],
  ...["`", "``", "```", "*", "**", "_", "__", "~", "~~", "\\", "\\\\", "|", "# ", "> ", "- ", "1. ", "\n- "],
  ...[
    "[ok](https://evil.com)",
    "![x](http://evil.com/x.png)",
    "https://evil.com",
    "www.evil.com",
    "mailto://x",
  ],
  ...["&", "&amp;", "&lt;!channel&gt;", "<", ">", '"', "'", "/md ", "\n", "\r\n", "\t", " ", ""],
  ...[
    "\u202e",
    "\u2066",
    "\u200b",
    "\u0000",
    "\ufeff",
    "\ud800",
    "\udc00",
    "👩‍🚀",
    "日本",
    "עברית",
    "a.exe",
    ".",
  ],
];

export const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ unit: "binary", maxLength: 20 })), {
    maxLength: 40,
  })
  .map((parts) => parts.join(""))
  .chain((text) => fc.constantFrom(1, 1, 1, 40).map((times) => text.repeat(times)));

const FIELDS = [
  ...[
    "bucketName",
    "key",
    "accountId",
    "region",
    "actionTaken",
    "movedTo",
    "virusUploadedBy",
    "errorMessage",
  ],
  ...[
    "status",
    "scheduleName",
    "dateScanned",
    "AlarmName",
    "NewStateValue",
    "result",
    "latestConsoleVersion",
  ],
];
const fields = fc.dictionary(fc.oneof(fc.constantFrom(...FIELDS), hostileText), hostileText, {
  maxKeys: 30,
  noNullPrototype: true,
});
const items = fc.array(
  fc.record({
    engine: hostileText,
    virusName: fc.array(hostileText),
    bucketName: hostileText,
    x: hostileText,
  }),
  { maxLength: 30 },
);
const lists = fc.dictionary(
  fc.oneof(fc.constantFrom("scanResults", "buckets", "balances", "textMatchingSet"), hostileText),
  items,
  { maxKeys: 5, noNullPrototype: true },
);
const body = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(fields, lists).map(([some, more]) => JSON.stringify({ ...some, ...more })),
  },
  { weight: 1, arbitrary: hostileText },
);

const attributes = fc
  .record(
    {
      notificationType: fc.oneof(fc.constantFrom<string>(...NOTIFICATION_TYPES), hostileText),
      [RESULT_TYPES[0]]: fc.oneof(fc.constantFrom("Infected", "Clean"), hostileText),
      bucket: hostileText,
      key: hostileText,
      drill: fc.constantFrom("true", "false"),
    },
    { requiredKeys: [] },
  )
  .map((given) =>
    Object.fromEntries(Object.entries(given).map(([name, value]) => [name, { type: "String", value }])),
  );

/** A message whose every text was chosen by an attacker. */
export const hostileNotification: fc.Arbitrary<ChatNotification> = fc
  .record({ subject: fc.option(hostileText), attributes, body })
  .map(notificationOf);
