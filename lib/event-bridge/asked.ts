import { AppError } from "@/lib/errors";

/** What AWS answered to a question that a page asks, or why it did not. */
export type Asked<T> = { ok: true; value: T } | { ok: false; message: string; requestId: string | undefined };

/** Asks, and turns an expected refusal into part of the answer. */
export async function asked<T>(question: () => Promise<T>): Promise<Asked<T>> {
  try {
    return { ok: true, value: await question() };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ok: false, message: error.message, requestId: error.requestId };
  }
}
