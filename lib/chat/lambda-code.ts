import type { LambdaPlatform } from "./lambda-template.ts";

/** How each platform takes a text. Slack's three special characters are escaped; the others read none here. */
const PAYLOADS: Record<LambdaPlatform, readonly string[]> = {
  slack: [
    "def payload(text):",
    "    text = text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')",
    "    return {'text': text[:39000], 'link_names': False}",
  ],
  teams: [
    "def payload(text):",
    "    run = {'type': 'TextRun', 'text': text[:20000]}",
    "    card = {'type': 'AdaptiveCard', 'version': '1.5',",
    "            'body': [{'type': 'RichTextBlock', 'inlines': [run]}]}",
    "    kind = 'application/vnd.microsoft.card.adaptive'",
    "    return {'type': 'message', 'attachments': [{'contentType': kind, 'content': card}]}",
  ],
  chime: ["def payload(text):", "    return {'Content': text.replace('@', '@ ')[:4000]}"],
};

/**
 * The function's source, line by line, in Python's standard library and the SDK that Lambda brings. A post that fails
 * raises, so that Lambda tries twice more and then hands the event to the queue.
 */
export function handlerCode(platform: LambdaPlatform): readonly string[] {
  return [
    "import json, os, urllib.request",
    "import boto3",
    "",
    "webhook = None",
    "",
    "def address():",
    "    global webhook",
    "    if webhook is None:",
    "        client = boto3.client('secretsmanager')",
    "        webhook = client.get_secret_value(SecretId=os.environ['WEBHOOK_SECRET'])['SecretString']",
    "    return webhook",
    "",
    ...PAYLOADS[platform],
    "",
    "def line(sns):",
    "    attributes = sns.get('MessageAttributes') or {}",
    "    value = lambda name: (attributes.get(name) or {}).get('Value')",
    "    kind = value('notificationType')",
    "    result = value(kind) if kind else None",
    "    place = '/'.join(filter(None, [value('bucket'), value('key')]))",
    "    words = [result or kind, place, sns.get('Subject')]",
    "    return ' - '.join(filter(None, words)) or sns['Message']",
    "",
    "def handler(event, context):",
    "    for record in event['Records']:",
    "        body = json.dumps(payload(line(record['Sns']))).encode()",
    "        headers = {'Content-Type': 'application/json'}",
    "        request = urllib.request.Request(address(), data=body, headers=headers)",
    "        with urllib.request.urlopen(request, timeout=10) as answer:",
    "            if answer.status >= 300:",
    "                raise RuntimeError('The webhook answered %s' % answer.status)",
  ];
}
