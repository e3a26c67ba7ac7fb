/** What every server action answers. It never throws: an expected refusal is a sentence for the user. */
export type ActionResult<T> = { ok: true; data: T } | { ok: false; error: ActionError };

export type ActionError = {
  code: string;
  /** A sentence for the user. Field problems name the field and the remedy in `fieldErrors`. */
  message: string;
  fieldErrors?: Record<string, string[]>;
  /** AWS's request id, where AWS refused. */
  requestId?: string;
};
