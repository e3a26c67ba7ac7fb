import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Database } from "./database.ts";
import { DeduplicationStore } from "./deduplications.ts";
import { DeliveryStore } from "./deliveries.ts";
import { MailStore } from "./mails.ts";
import { clearTables, prepareSchema } from "./schema.ts";
import { SettingsStore } from "./settings.ts";
import { SubscriptionStore } from "./subscriptions.ts";
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
    transaction: (work) => database.transaction(work),
    clear: () => clearTables(database),
    close: () => database.close(),
  };
}
