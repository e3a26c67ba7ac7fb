/** An event that a bus has taken. */
export interface AcceptedEvent {
  id: string;
  /** Milliseconds since 1970, by its sender's word. */
  at: number;
  /** ISO 8601. */
  ingestedAt: string;
  /** The whole envelope as JSON. */
  text: string;
}
