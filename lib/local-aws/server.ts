import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { topicArnOf } from "./arn.ts";
import { makeClock } from "./clock.ts";
import { Faults } from "./control/faults.ts";
import { Courier } from "./fan-out/courier.ts";
import { MailRate } from "./fan-out/mail-rate.ts";
import { makeLinks } from "./links.ts";
import type { LocalAws } from "./local-aws.ts";
import { makeRequestHandler } from "./request-handler.ts";
import { makeFirstIdentities } from "./ses/first-identities.ts";
import { openSigner } from "./signing/signer.ts";
import { Arrivals } from "./sqs/arrivals.ts";
import { openStore, type Store } from "./store/store.ts";

export interface LocalAwsOptions {
  /** 0 takes any free port. */
  port: number;
  /** Folder for everything that is kept; made when missing. */
  dataDir: string;
  /** A loopback address. */
  host?: "127.0.0.1" | "::1" | "localhost";
  /** Names of topics made at the first start. */
  topics?: readonly string[];
  /** Region of those topics; requests say their own. */
  region?: string;
  accountId?: string;
  /** Factor on the waits between retries to http(s) endpoints: 1 is SNS's pace of minutes. */
  retryTimeScale?: number;
  log?: (line: string) => void;
}

export interface RunningLocalAws {
  /** `http://host:port`, to be used as AWS endpoint. */
  url: string;
  port: number;
  /** Stops listening, drops what is under way and closes the files. */
  close(): Promise<void>;
}

const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;

/**
 * Starts an AWS-compatible server on loopback.
 *
 * @throws Error when the port is taken (`EADDRINUSE`) or the folder cannot be used.
 */
export async function startLocalAws(options: LocalAwsOptions): Promise<RunningLocalAws> {
  const { host = "127.0.0.1", region = "us-east-1", accountId = "123456789012", log = () => {} } = options;
  const signer = await openSigner(options.dataDir);
  const store = openStore(options.dataDir);
  try {
    const server = createServer({ headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS });
    const port = await listen(server, host, options.port);
    const url = `http://${host === "::1" ? "[::1]" : host}:${port}`;
    const clock = makeClock({
      load: () => store.settings.get("clockOffsetMs"),
      save: (offsetMs) => store.settings.set("clockOffsetMs", offsetMs),
    });
    const aws: LocalAws = {
      account: accountId,
      region,
      clock,
      store,
      signer,
      links: makeLinks(url),
      mailRate: new MailRate(),
      arrivals: new Arrivals(),
    };
    const courier = new Courier({ aws, retryTimeScale: options.retryTimeScale ?? 0.01, log });
    const faults = new Faults();
    const seed = () => {
      makeFirstTopics(aws, options.topics ?? []);
      makeFirstIdentities(aws);
    };
    const reset = () => {
      courier.restart();
      store.clear();
      clock.reset();
      faults.replace([]);
      seed();
      aws.arrivals.announceAll();
      return {};
    };
    seed();
    server.on("request", makeRequestHandler({ aws, faults, courier, reset, log }));
    courier.wake();
    return { url, port, close: () => close(server, courier, store) };
  } catch (error) {
    store.close();
    throw error;
  }
}

async function listen(server: Server, host: string, port: number): Promise<number> {
  server.listen(port, host);
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server listens on no port");
  return address.port;
}

async function close(server: Server, courier: Courier, store: Store): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await Promise.all([closed, courier.stop()]);
  store.close();
}

function makeFirstTopics({ store, account, region }: LocalAws, names: readonly string[]): void {
  if (store.settings.get("seeded") === 1) return;
  store.transaction(() => {
    for (const name of names) store.topics.insert(topicArnOf(region, account, name), region, {}, {});
    store.settings.set("seeded", 1);
  });
}
