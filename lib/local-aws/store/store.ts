import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Database } from "./database.ts";
import { DeduplicationStore } from "./deduplications.ts";
import { DeliveryStore } from "./deliveries.ts";
import { EmailIdentityStore } from "./email-identities.ts";
import { EmailSendStore } from "./email-sends.ts";
import { EventBusStore } from "./event-buses.ts";
import { EventRuleStore } from "./event-rules.ts";
import { EventTargetStore } from "./event-targets.ts";
import { LogEventStore } from "./log-events.ts";
import { LogGroupStore } from "./log-groups.ts";
import { LogPolicyStore } from "./log-policies.ts";
import { LogStreamStore } from "./log-streams.ts";
import { MailStore } from "./mails.ts";
import { QueueMessageStore } from "./queue-messages.ts";
import { QueueStore } from "./queues.ts";
import { clearTables, prepareSchema } from "./schema.ts";
import { SettingsStore } from "./settings.ts";
import { SubscriptionStore } from "./subscriptions.ts";
import { SuppressedAddressStore } from "./suppressed-addresses.ts";
import { TokenStore } from "./tokens.ts";
import { TopicStore } from "./topics.ts";

export interface Store {
  settings: SettingsStore;
  topics: TopicStore;
  subscriptions: SubscriptionStore;
  tokens: TokenStore;
  mails: MailStore;
  deliveries: DeliveryStore;
  deduplications: DeduplicationStore;
  queues: QueueStore;
  queueMessages: QueueMessageStore;
  logGroups: LogGroupStore;
  logStreams: LogStreamStore;
  logEvents: LogEventStore;
  logPolicies: LogPolicyStore;
  eventBuses: EventBusStore;
  eventRules: EventRuleStore;
  eventTargets: EventTargetStore;
  emailIdentities: EmailIdentityStore;
  emailSends: EmailSendStore;
  suppressedAddresses: SuppressedAddressStore;
  /** Keeps all writes of `work`, or none when it throws. */
  transaction<T>(work: () => T): T;
  clear(): void;
  close(): void;
}

/** Opens `local-aws.db` in a folder, which is made when missing. Everything in it survives a killed process. */
export function openStore(folder: string): Store {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, "local-aws.db");
  const database = new Database(path);
  prepareSchema(database, path);
  return {
    settings: new SettingsStore(database),
    topics: new TopicStore(database),
    subscriptions: new SubscriptionStore(database),
    tokens: new TokenStore(database),
    mails: new MailStore(database),
    deliveries: new DeliveryStore(database),
    deduplications: new DeduplicationStore(database),
    queues: new QueueStore(database),
    queueMessages: new QueueMessageStore(database),
    logGroups: new LogGroupStore(database),
    logStreams: new LogStreamStore(database),
    logEvents: new LogEventStore(database),
    logPolicies: new LogPolicyStore(database),
    eventBuses: new EventBusStore(database),
    eventRules: new EventRuleStore(database),
    eventTargets: new EventTargetStore(database),
    emailIdentities: new EmailIdentityStore(database),
    emailSends: new EmailSendStore(database),
    suppressedAddresses: new SuppressedAddressStore(database),
    transaction: (work) => database.transaction(work),
    clear: () => clearTables(database),
    close: () => database.close(),
  };
}
