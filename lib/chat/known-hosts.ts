import { type ChatPlatform, PLATFORM_LABELS } from "./constants.ts";

/** Where each platform's webhooks are. https://learn.microsoft.com/power-automate/limits-and-config for workflows. */
const HOSTS: Partial<Record<ChatPlatform, readonly RegExp[]>> = {
  slack: [/^hooks\.slack(-gov)?\.com$/],
  teams: [/\.webhook\.office\.com$/, /\.logic\.azure\.com$/, /\.powerplatform\.com$/],
  chime: [/^hooks\.chime\.aws$/],
};

const EXPECTED: Partial<Record<ChatPlatform, string>> = {
  slack: "hooks.slack.com",
  teams: "a host under webhook.office.com, logic.azure.com or powerplatform.com",
  chime: "hooks.chime.aws",
};

/** What is odd about an address for a platform, though it may be right: a relay, for instance. Null when nothing is. */
export function unknownHostNote(platform: ChatPlatform, url: string): string | null {
  const hosts = HOSTS[platform];
  if (!hosts || !URL.canParse(url)) return null;
  const { hostname } = new URL(url);
  if (hosts.some((known) => known.test(hostname))) return null;
  const other = Object.entries(HOSTS).find(([, known]) => known.some((host) => host.test(hostname)))?.[0];
  // its keys are platforms
  const label = other ? PLATFORM_LABELS[other as ChatPlatform] : null;
  return `Webhooks of ${PLATFORM_LABELS[platform]} are usually at ${EXPECTED[platform]}${
    label ? `, and this one is of ${label}` : ""
  }. Send a test before you rely on it.`;
}
