/**
 * What each platform takes at most. Characters are counted as UTF-16 units of the escaped text, bytes as UTF-8 of
 * what is posted: whichever way a platform counts, it finds no more than we do.
 *
 * Slack
 * - `text` of a message: 40,000 characters, longer ones are truncated; more than 4,000 may be split.
 *   https://docs.slack.dev/reference/methods/chat.postMessage
 * - 50 blocks. https://docs.slack.dev/reference/block-kit/blocks
 * - section: text 3,000; 10 fields of 2,000. https://docs.slack.dev/reference/block-kit/blocks/section-block
 * - header: 150, plain text only. https://docs.slack.dev/reference/block-kit/blocks/header-block
 * - context: 10 elements. https://docs.slack.dev/reference/block-kit/blocks/context-block
 * - actions: 25 elements. https://docs.slack.dev/reference/block-kit/blocks/actions-block
 * - button: text 75, url 3,000. https://docs.slack.dev/reference/block-kit/block-elements/button-element
 * - All blocks together: undocumented. `msg_blocks_too_long` was seen from some 13,200 characters on; we stay below.
 *   https://github.com/slackapi/bolt-js/issues/2509
 *
 * Teams
 * - 28 KB for a message.
 *   https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook
 *   HTTP 413 was seen from 21 KB on, so we stay below that.
 *   https://rubydoc.info/gems/msteams_hermes/MsTeamsHermes/Message
 *
 * Chime
 * - `Content`: 4,096 characters, the 4 KB of a chat message; we count bytes.
 *   https://docs.aws.amazon.com/chime/latest/dg/webhooks.html
 *
 * Our own JSON has no limit: it is as large as what SNS takes (256 KB) makes it, and what is laid out of that.
 */
export const PLATFORM_LIMITS = {
  slack: {
    text: 4_000,
    blocks: 50,
    blocksTogether: 12_000,
    sectionText: 3_000,
    sectionFields: 10,
    fieldText: 2_000,
    headerText: 150,
    contextElements: 10,
    actionElements: 25,
    buttonText: 75,
    url: 3_000,
  },
  teams: { bytes: 20_000 },
  chime: { contentBytes: 4_096 },
} as const;
