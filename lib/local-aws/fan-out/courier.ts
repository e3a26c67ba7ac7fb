import { deliverHttp } from "../delivery/http.ts";
import { DEFAULT_RETRY_POLICY } from "../delivery/retry-delays.ts";
import type { LocalAws } from "../local-aws.ts";
import type { Delivery } from "../store/deliveries.ts";
import { deadLetter } from "./dead-letter.ts";

/** How many endpoints are posted to at a time. */
const MAX_POSTS = 64;

interface CourierOptions {
  aws: LocalAws;
  /** Factor on the waits between retries: 1 is SNS's pace. */
  retryTimeScale: number;
  log(line: string): void;
}

/** Posts waiting deliveries to http(s) endpoints. The queue is in the store: a killed server resumes it. */
export class Courier {
  readonly #options: CourierOptions;
  readonly #posts = new Set<Promise<void>>();
  #abort = new AbortController();

  constructor(options: CourierOptions) {
    this.#options = options;
    options.aws.store.deliveries.requeue();
  }

  /** Starts as many waiting posts as there is room for. Call it when there may be new ones. */
  wake(): void {
    const room = MAX_POSTS - this.#posts.size;
    if (room <= 0 || this.#abort.signal.aborted) return;
    for (const delivery of this.#options.aws.store.deliveries.claim(room)) {
      const post = this.#post(delivery, this.#abort.signal)
        .catch((error: unknown) => this.#options.log(`Delivery ${delivery.id} failed: ${error}`))
        .finally(() => {
          this.#posts.delete(post);
          this.wake();
        });
      this.#posts.add(post);
    }
  }

  /** Drops all posts under way and their results. */
  async stop(): Promise<void> {
    this.#abort.abort();
    await Promise.all(this.#posts);
  }

  /** Drops all posts under way and works on with those added from now on. */
  restart(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
  }

  async #post(delivery: Delivery, signal: AbortSignal): Promise<void> {
    const { aws, retryTimeScale } = this.#options;
    const { endpoint: url, headers, body } = delivery;
    const policy = delivery.retryPolicy ?? DEFAULT_RETRY_POLICY;
    const result = await deliverHttp({ url, headers, body, policy, timeScale: retryTimeScale, signal });
    if (signal.aborted) return;
    aws.store.transaction(() => {
      aws.store.deliveries.finish(
        delivery.id,
        result.ok ? "delivered" : "failed",
        result.attempts,
        result.error ?? null,
      );
      if (!result.ok) deadLetter(aws, delivery);
    });
  }
}
