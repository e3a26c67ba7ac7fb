import type { FilterableMessage } from "@/lib/filter-policy";
import { ask, type Told } from "./ask.ts";
import type { Answer } from "./constants.ts";
import type { Recipient, Roster } from "./read-roster.ts";
import type { SimulationQuery } from "./schema.ts";
import { type Why, whyOf } from "./why.ts";

/** One subscription's answer, as the page shows it. */
export type AnswerRow = Pick<
  Recipient,
  "id" | "protocol" | "endpoint" | "status" | "statusReason" | "pausedUntil" | "summary" | "typesText"
> & { answer: Answer; why: Why /** AWS may still use the filter before. */; isSettling: boolean };

export type ToldRows = Omit<Told, "rows"> & { rows: AnswerRow[] };

/** Who of a roster is told of a message, and why; only the rows shown are explained. */
export function toldOf(roster: Roster, message: FilterableMessage, query: SimulationQuery): ToldRows {
  const told = ask(roster, message, query);
  const now = new Date();
  const rows = told.rows.map(({ recipient, answer }): AnswerRow => {
    const { id, protocol, endpoint, status, statusReason, pausedUntil, summary, typesText } = recipient;
    const isSettling = recipient.propagatesUntil !== null && recipient.propagatesUntil > now;
    const why = whyOf(recipient.filter, message);
    return {
      id,
      protocol,
      endpoint,
      status,
      statusReason,
      pausedUntil,
      summary,
      typesText,
      answer,
      why,
      isSettling,
    };
  });
  return { ...told, rows };
}
